package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/**
 * One row per episode: suspensions that count in the study, overlapping and adjoining ones merged.
 */
public final class Episode {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "episode",
          "One row per episode: suspensions that count in the study, overlapping and adjoining ones merged");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field EPISODE_ID = T.key("episode_id", StringType, "Episode");
  public static final Field COUNTRY =
      T.required("country", StringType, "Country, as the source names it");
  public static final Field REGION_CODE =
      T.key("region_code", StringType, "Region; * for every region");
  public static final Field PLATFORM = T.required("platform", StringType, "Platform");
  public static final Field FEATURE = T.required("feature", StringType, "Feature");
  public static final Field STARTED_AT =
      T.required("started_at", TimestampType, "Start, UTC, inclusive");
  public static final Field ENDED_AT =
      T.optional("ended_at", TimestampType, "End, UTC, exclusive; null while it lasts");
  public static final Field RECORDS =
      T.required("records", LongType, "How many suspension records it merges");

  public static final Table TABLE =
      T.check("ends_after_start", "ended_at IS NULL OR ended_at > started_at").build();

  private Episode() {}
}
