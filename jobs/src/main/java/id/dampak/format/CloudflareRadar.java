package id.dampak.format;

import id.dampak.contract.Suspension;

/**
 * Outages of the internet by Cloudflare Radar, as its API answers: a list {@code annotations} of
 * objects. Its rows become suspensions by rules of their own.
 */
public final class CloudflareRadar {
  private static final String LIST = "annotations";

  public static final SourceFormat FORMAT =
      SourceFormat.of(
              Suspension.TABLE, "Outages of the internet by Cloudflare Radar, as its API answers")
          .in(Container.JSON)
          .laidOut(Layout.PLAIN.within(LIST))
          .required("id", "startDate", "eventType", "locations")
          .kept(
              "endDate",
              "outage.outageCause",
              "outage.outageType",
              "scope",
              "description",
              "linkedUrl",
              "dataSource",
              "asns",
              "asnsDetails",
              "locationsDetails",
              "origins",
              "originsDetails")
          .dated("startDate", "endDate")
          .build();

  private CloudflareRadar() {}
}
