package id.dampak.format;

import id.dampak.contract.Content;

/**
 * Texts that people wrote or spoke, with or without a level by the label policy. Those without one
 * are kept and never learnt from. A text without a family is a family of its own.
 */
public final class Texts {
  public static final SourceFormat FORMAT =
      SourceFormat.of(Content.TABLE, "Texts for the classifier, with or without labels")
          .in(Container.CSV, Container.XLSX, Container.JSON)
          .required("id | content_id", "text")
          .kept(
              "level | label",
              "family",
              "register",
              "platform",
              "time | published_at | created_at",
              "labels",
              "known_at")
          .identifiers("author_id | author | username | user_name | user")
          .personal("name | full_name | nama", "email", "phone", "author.*", "user.*")
          .field("content_id", Mapping.column("id"))
          .field("text", Mapping.column("text"))
          .field("level", Mapping.column("level"))
          .field("family", Mapping.column("family"))
          .field("register", Mapping.column("register"))
          .field("platform", Mapping.column("platform"))
          .field("published_at", Mapping.column("time"))
          .build();

  private Texts() {}
}
