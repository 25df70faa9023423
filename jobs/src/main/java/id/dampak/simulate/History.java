package id.dampak.simulate;

import java.util.List;

/**
 * All that a merchant lives through in a market.
 *
 * @param orders its orders in order of time
 * @param sessions its LIVE sessions around the suspension in order of time
 * @param effect what the suspension did to it
 */
record History(List<Order> orders, List<Session> sessions, Effect effect) {}
