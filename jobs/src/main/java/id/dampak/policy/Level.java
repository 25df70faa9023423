package id.dampak.policy;

/** The levels of the label policy, as numbers from 0 to 4. */
public final class Level {
  /** Incites violence or the destruction of property: what a platform may rightly stop. */
  public static final int INCITING = 4;

  private Level() {}

  static int requireKnown(int level) {
    if (level < 0 || level > INCITING) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and " + INCITING);
    }
    return level;
  }
}
