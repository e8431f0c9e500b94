package vn.ansinh.search.facet;

import java.util.List;
import vn.ansinh.knowledge.Facet;

/// Multinomial logistic regression over signs, learnt by AdaGrad (Duchi, Hazan and Singer, 2011):
/// the same examples in the same order always give the same model.
final class FacetModel {
  private static final int ROUNDS = 6;
  private static final float STEP = 0.03f;

  /// Next to no neighbour of an example in the file is its neighbour in learning.
  private static final int STRIDE = 7919;

  /// An error so small is not worth the time of a step.
  private static final float RIGHT_ENOUGH = 0.01f;

  private static final Facet[] FACETS = Facet.values();

  private final float[] weights = new float[Signs.SIZE * FACETS.length];
  private final boolean isEmpty;

  /// A question whose side is known.
  record Example(Facet facet, Signs.Weighted signs) {}

  private FacetModel(boolean isEmpty) {
    this.isEmpty = isEmpty;
  }

  static FacetModel learn(List<Example> examples) {
    FacetModel model = new FacetModel(examples.isEmpty());
    float[] squares = new float[model.weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (long i = 0; i < examples.size(); i++) {
        model.learn(examples.get((int) (i * STRIDE % examples.size())), squares);
      }
    }
    return model;
  }

  boolean isEmpty() {
    return isEmpty;
  }

  Facet likeliest(Signs.Weighted signs) {
    float[] scores = scores(signs);
    int best = 0;
    for (int facet = 1; facet < scores.length; facet++) {
      best = scores[facet] > scores[best] ? facet : best;
    }
    return FACETS[best];
  }

  private float[] scores(Signs.Weighted signs) {
    float[] scores = new float[FACETS.length];
    for (int i = 0; i < signs.numbers().length; i++) {
      int from = signs.numbers()[i] * FACETS.length;
      for (int facet = 0; facet < scores.length; facet++) {
        scores[facet] += signs.weights()[i] * weights[from + facet];
      }
    }
    return scores;
  }

  private void learn(Example example, float[] squares) {
    float[] wrong = likelihoods(scores(example.signs));
    wrong[example.facet.ordinal()] -= 1;
    for (int facet = 0; facet < wrong.length; facet++) {
      if (Math.abs(wrong[facet]) > RIGHT_ENOUGH) {
        step(example.signs, facet, wrong[facet], squares);
      }
    }
  }

  private void step(Signs.Weighted signs, int facet, float wrong, float[] squares) {
    for (int i = 0; i < signs.numbers().length; i++) {
      int at = signs.numbers()[i] * FACETS.length + facet;
      float slope = wrong * signs.weights()[i];
      squares[at] += slope * slope;
      weights[at] -= STEP * slope / (float) Math.sqrt(squares[at] + 1e-6f);
    }
  }

  private static float[] likelihoods(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    float sum = 0;
    for (int facet = 0; facet < scores.length; facet++) {
      scores[facet] = (float) Math.exp(scores[facet] - most);
      sum += scores[facet];
    }
    for (int facet = 0; facet < scores.length; facet++) {
      scores[facet] /= sum;
    }
    return scores;
  }
}
