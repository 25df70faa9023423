package id.dampak.simulate;

import java.util.List;

/** Where a simulated sale is made; the suspended feature is {@link #TIKTOK_LIVE}. */
enum Channel {
  TIKTOK_LIVE("tiktok_live", 0, 0),
  TIKTOK_SHOP("tiktok_shop", 0.20, 1),
  SHOPEE_LIVE("shopee_live", 0.06, 1),
  SHOPEE("shopee", 0.24, 1),
  WHATSAPP("whatsapp", 0.25, 1),
  OFFLINE("offline", 0.25, 0);

  /** Every channel, in the order of a merchant's mix. */
  static final List<Channel> ALL = List.of(values());

  private final String label;
  private final double share;
  private final int refuge;

  Channel(String label, double share, int refuge) {
    this.label = label;
    this.share = share;
    this.refuge = refuge;
  }

  /** Average share of the sales that are not made through {@link #TIKTOK_LIVE}. */
  double share() {
    return share;
  }

  /** The channel's weight among those that buyers turn to: nobody on a phone walks to a stall. */
  double refuge() {
    return refuge;
  }

  /** As written to files. */
  String label() {
    return label;
  }
}
