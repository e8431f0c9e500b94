package vn.ansinh.search.facet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;

/// Multinomial logistic regression over signs, learnt by AdaGrad (Duchi, Hazan and Singer, 2011)
/// and averaged over its rounds: the same examples in the same order always give the same model.
public final class FacetModel {
  private static final int ROUNDS = 12;
  private static final float STEP = 0.03f;

  /// Next to no neighbour of an example in the file is its neighbour in learning.
  private static final int STRIDE = 7919;

  /// An error so small is not worth the time of a step.
  private static final float RIGHT_ENOUGH = 0.01f;

  /// In each round an example goes without this share of its signs (Srivastava and others, 2014):
  /// what tells a side in one question may be missing, or misspelt, in the next.
  private static final float LEFT_OUT = 0.4f;

  /// A sign of fewer examples tells of those and of no other.
  private static final int LEAST = 3;

  private static final String FILE = "sides";
  private static final Facet[] FACETS = Facet.values();

  private final int[] signs;
  private final float[] weights;

  /// A question whose side is known.
  record Example(Facet facet, Signs.Weighted signs) {}

  /// @param signs ascending
  /// @param weights for each sign those of all sides
  private FacetModel(int[] signs, float[] weights) {
    this.signs = signs;
    this.weights = weights;
  }

  /// Reads what [#write] left.
  public static FacetModel open(Path directory) throws IOException {
    return Unpacker.unpack(
        directory.resolve(FILE), from -> new FacetModel(from.ints(), from.floats()));
  }

  /// Leaves it in a directory, so that it need not be learnt again.
  public void write(Path directory) throws IOException {
    Packer packer = new Packer();
    packer.numbers(signs);
    packer.numbers(weights);
    packer.write(directory.resolve(FILE));
  }

  static FacetModel learn(List<Example> examples) {
    int[] signs = common(examples);
    return new FacetModel(signs, new Learning(signs, examples).averaged());
  }

  boolean isEmpty() {
    return signs.length == 0;
  }

  Facet likeliest(Signs.Weighted asked) {
    float[] scores = scores(weights, places(signs, asked.numbers()), asked.weights());
    int best = 0;
    for (int facet = 1; facet < scores.length; facet++) {
      best = scores[facet] > scores[best] ? facet : best;
    }
    return FACETS[best];
  }

  private static int[] common(List<Example> examples) {
    int[] all =
        examples.stream()
            .flatMapToInt(example -> Arrays.stream(example.signs.numbers()))
            .sorted()
            .toArray();
    return IntStream.range(0, all.length - LEAST + 1)
        .filter(i -> (i == 0 || all[i - 1] != all[i]) && all[i + LEAST - 1] == all[i])
        .map(i -> all[i])
        .toArray();
  }

  /// Where the weights of each sign begin; negative for an unknown one.
  private static int[] places(int[] signs, int[] numbers) {
    int[] places = new int[numbers.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = Arrays.binarySearch(signs, numbers[i]) * FACETS.length;
    }
    return places;
  }

  private static float[] scores(float[] weights, int[] places, float[] strengths) {
    float[] scores = new float[FACETS.length];
    for (int i = 0; i < places.length; i++) {
      for (int facet = 0; places[i] >= 0 && facet < scores.length; facet++) {
        scores[facet] += strengths[i] * weights[places[i] + facet];
      }
    }
    return scores;
  }

  /// Goes through the examples round by round.
  private static final class Learning {
    private final List<Example> examples;
    private final List<int[]> places;
    private final float[] weights;
    private final float[] squares;
    private final SplittableRandom random = new SplittableRandom(STRIDE);

    Learning(int[] signs, List<Example> examples) {
      this.examples = examples;
      places = examples.stream().map(each -> places(signs, each.signs.numbers())).toList();
      weights = new float[signs.length * FACETS.length];
      squares = new float[weights.length];
    }

    /// The mean of the weights after each round but the first, which only finds its way.
    float[] averaged() {
      float[] sum = new float[weights.length];
      for (int round = 0; round < ROUNDS; round++) {
        for (long i = 0; i < examples.size(); i++) {
          learn((int) (i * STRIDE % examples.size()));
        }
        for (int i = 0; round > 0 && i < sum.length; i++) {
          sum[i] += weights[i] / (ROUNDS - 1);
        }
      }
      return sum;
    }

    private void learn(int number) {
      Example example = examples.get(number);
      float[] strengths = thinned(example.signs.weights());
      float[] wrong = likelihoods(scores(weights, places.get(number), strengths));
      wrong[example.facet.ordinal()] -= 1;
      for (int facet = 0; facet < wrong.length; facet++) {
        if (Math.abs(wrong[facet]) > RIGHT_ENOUGH) {
          step(places.get(number), strengths, facet, wrong[facet]);
        }
      }
    }

    /// As strong in all as before.
    private float[] thinned(float[] strengths) {
      float[] thinned = new float[strengths.length];
      for (int i = 0; i < thinned.length; i++) {
        boolean isLeftOut = random.nextDouble() < LEFT_OUT;
        thinned[i] = isLeftOut ? 0 : strengths[i] / (1 - LEFT_OUT);
      }
      return thinned;
    }

    private void step(int[] places, float[] strengths, int facet, float wrong) {
      for (int i = 0; i < places.length; i++) {
        if (places[i] >= 0 && strengths[i] > 0) {
          int at = places[i] + facet;
          float slope = wrong * strengths[i];
          squares[at] += slope * slope;
          weights[at] -= STEP * slope / (float) Math.sqrt(squares[at] + 1e-6f);
        }
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
}
