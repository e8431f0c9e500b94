package vn.ansinh.knowledge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.text.Vietnamese;

/// What a `{{…}}` in a passage asks for; its words depend on the day.
public sealed interface Reference {
  /// The words on a day; empty when nothing is known for it.
  Optional<String> words(KnowledgeBase base, LocalDate on);

  /// The parameters whose values it says.
  default Set<String> parameters() {
    return Set.of();
  }

  /// Reads what stands between the braces.
  static Reference of(String text) {
    return Parser.read(text.strip());
  }

  /// `name`, `name.previous`, `name * 4,5% * other / 2`: left to right, in the first one's unit.
  record Figure(Operand.Named first, List<Step> steps) implements Reference {
    public Figure {
      steps = List.copyOf(steps);
    }

    @Override
    public Optional<String> words(KnowledgeBase base, LocalDate on) {
      Optional<BigDecimal> amount = first.value(base, on).map(Parameter.Value::amount);
      for (Step step : steps) {
        Optional<BigDecimal> factor = step.operand.factor(base, on);
        amount = amount.flatMap(so -> factor.flatMap(by -> step.apply(so, by)));
      }
      Parameter parameter = base.parameters().get(first.name);
      return amount.map(figure -> parameter == null ? "" : print(figure, parameter.unit()));
    }

    private static String print(BigDecimal amount, String unit) {
      BigDecimal shown = unit.equals("đồng") ? amount.setScale(0, RoundingMode.HALF_UP) : amount;
      String number = Vietnamese.number(shown);
      return unit.equals("%") || unit.isEmpty() ? number + unit : number + " " + unit;
    }

    @Override
    public Set<String> parameters() {
      Set<String> names = new LinkedHashSet<>(List.of(first.name));
      for (Step step : steps) {
        if (step.operand instanceof Operand.Named named) {
          names.add(named.name);
        }
      }
      return names;
    }
  }

  record Step(boolean divide, Operand operand) {
    Optional<BigDecimal> apply(BigDecimal amount, BigDecimal by) {
      if (!divide) {
        return Optional.of(amount.multiply(by));
      }
      return by.signum() == 0
          ? Optional.empty()
          : Optional.of(amount.divide(by, MathContext.DECIMAL64));
    }
  }

  /// One side of an arithmetic sign.
  sealed interface Operand {
    /// What it multiplies by: a percentage as its hundredth part.
    Optional<BigDecimal> factor(KnowledgeBase base, LocalDate on);

    record Typed(BigDecimal amount) implements Operand {
      @Override
      public Optional<BigDecimal> factor(KnowledgeBase base, LocalDate on) {
        return Optional.of(amount);
      }
    }

    record Named(String name, boolean previous) implements Operand {
      Optional<Parameter.Value> value(KnowledgeBase base, LocalDate on) {
        return Optional.ofNullable(base.parameters().get(name))
            .flatMap(parameter -> previous ? parameter.before(on) : parameter.on(on));
      }

      @Override
      public Optional<BigDecimal> factor(KnowledgeBase base, LocalDate on) {
        Parameter parameter = base.parameters().get(name);
        boolean percent = parameter != null && parameter.unit().equals("%");
        return value(base, on)
            .map(value -> percent ? value.amount().movePointLeft(2) : value.amount());
      }
    }
  }

  /// `name.from`: the day since when the value holds.
  record Since(String parameter) implements Reference {
    @Override
    public Optional<String> words(KnowledgeBase base, LocalDate on) {
      return Optional.ofNullable(base.parameters().get(parameter))
          .flatMap(named -> named.on(on))
          .flatMap(value -> Optional.ofNullable(value.period().from()))
          .map(Vietnamese::date);
    }

    @Override
    public Set<String> parameters() {
      return Set.of(parameter);
    }
  }

  /// `@contact`
  record Contact(String id) implements Reference {
    @Override
    public Optional<String> words(KnowledgeBase base, LocalDate on) {
      return Optional.ofNullable(base.contacts().get(id)).map(KnowledgeBase.Contact::nameAndPhone);
    }
  }

  /// `&document` and `&document.from`
  record Document(String id, boolean since) implements Reference {
    @Override
    public Optional<String> words(KnowledgeBase base, LocalDate on) {
      Optional<LegalDocument> document = Optional.ofNullable(base.documents().get(id));
      return since
          ? document
              .flatMap(known -> Optional.ofNullable(known.period().from()))
              .map(Vietnamese::date)
          : document.map(LegalDocument::name);
    }
  }

  /// `= 76 tuổi`: words that no law fixes, as typed.
  record Typed(String text) implements Reference {
    @Override
    public Optional<String> words(KnowledgeBase base, LocalDate on) {
      return Optional.of(text);
    }
  }

  /// Something else between the braces; a checked knowledge base has none.
  record Malformed(String text) implements Reference {
    @Override
    public Optional<String> words(KnowledgeBase base, LocalDate on) {
      return Optional.empty();
    }
  }

  /// The grammar.
  final class Parser {
    private static final Pattern SINCE = Pattern.compile("([a-z][a-z0-9-]*)\\.from");
    private static final Pattern CONTACT = Pattern.compile("@\\s*([a-z][a-z0-9-]*)");
    private static final Pattern DOCUMENT = Pattern.compile("&\\s*([a-z][a-z0-9-]*)(\\.from)?");
    private static final Pattern STEP =
        Pattern.compile(
            "\\s*(?<sign>[*/])?\\s*(?:(?<name>[a-z][a-z0-9-]*)(?<previous>\\.previous)?"
                + "|(?<number>\\d{1,3}(?:\\.\\d{3})+|\\d+)(?<fraction>,\\d+)?(?<percent>%)?)\\s*");

    private Parser() {}

    private static Reference read(String text) {
      Matcher since = SINCE.matcher(text);
      if (since.matches()) {
        return new Since(since.group(1));
      }
      Matcher contact = CONTACT.matcher(text);
      if (contact.matches()) {
        return new Contact(contact.group(1));
      }
      Matcher document = DOCUMENT.matcher(text);
      if (document.matches()) {
        return new Document(document.group(1), document.group(2) != null);
      }
      if (text.startsWith("=") && text.length() > 1) {
        return new Typed(text.substring(1).strip());
      }
      return figure(text).orElseGet(() -> new Malformed(text));
    }

    private static Optional<Reference> figure(String text) {
      List<Step> steps = new ArrayList<>();
      Matcher matcher = STEP.matcher(text);
      int at = 0;
      while (at < text.length()) {
        matcher.region(at, text.length());
        String sign = matcher.lookingAt() ? matcher.group("sign") : null;
        if (!matcher.hasMatch() || (sign == null) != (at == 0)) {
          return Optional.empty();
        }
        steps.add(new Step("/".equals(sign), operand(matcher)));
        at = matcher.end();
      }
      return !steps.isEmpty() && steps.getFirst().operand instanceof Operand.Named first
          ? Optional.of(new Figure(first, steps.subList(1, steps.size())))
          : Optional.empty();
    }

    private static Operand operand(Matcher matcher) {
      String name = matcher.group("name");
      if (name != null) {
        return new Operand.Named(name, matcher.group("previous") != null);
      }
      String fraction = matcher.group("fraction");
      String digits = String.valueOf(matcher.group("number")).replace(".", "");
      BigDecimal amount =
          new BigDecimal(fraction == null ? digits : digits + fraction.replace(',', '.'));
      return new Operand.Typed(matcher.group("percent") == null ? amount : amount.movePointLeft(2));
    }
  }
}
