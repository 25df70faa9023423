package id.dampak.estimate;

import id.dampak.linalg.CombinedProducts;
import id.dampak.linalg.FlaggedProducts;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.Nesting;
import id.dampak.linalg.PartialledOut;
import id.dampak.linalg.ScoreEquation;
import id.dampak.linalg.WithinProducts;
import id.dampak.linalg.WithinScores;

/**
 * Whoever has the observations of a regression, in memory or elsewhere, and sums them up: the only
 * way in which {@link Moments} see them.
 */
interface Passes {

  /** What is asked of them. */
  Question question();

  /** Where the clusters of the variance are found. */
  ClusterPlan clusters();

  /** First pass: products within groups. */
  WithinProducts products();

  /** Which effects lie within clusters. */
  Nesting nesting();

  /** Products of columns of which little is left. */
  FlaggedProducts flagged(PartialledOut effects, int[] which);

  /** Products of linear combinations U of what is left of columns. */
  CombinedProducts combined(PartialledOut effects, int[] kept, Matrix u);

  /** Second pass: residuals and scores. */
  WithinScores scores(ScoreEquation equation);

  /** Whether rows stand for observations among which the outcome varies. */
  boolean variesWithinRows();

  /** What entered. */
  Entered entered();
}
