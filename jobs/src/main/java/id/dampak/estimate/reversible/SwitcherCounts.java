package id.dampak.estimate.reversible;

/**
 * What one term rests on.
 *
 * @param term the term of the fit
 * @param cells cells (g, t) of switchers and of their controls that enter (the peer's N)
 * @param switchers cells of switchers that enter
 * @param in those whose treatment rises
 * @param out those whose treatment falls
 * @param withoutControls switchers that could be compared with nobody and do not enter
 * @param dose mean dose per switcher: over several periods its sum so far, δ^D_ℓ
 */
public record SwitcherCounts(
    String term,
    long cells,
    long switchers,
    long in,
    long out,
    long withoutControls,
    double dose) {}
