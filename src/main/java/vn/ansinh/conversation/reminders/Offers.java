package vn.ansinh.conversation.reminders;

import java.util.Map;
import java.util.Optional;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.text.Label;

/// Under which answers a reminder is offered.
record Offers(Wording wording) {
  private record Offer(Topic topic, String benefit) {
    private static final Offer INSURANCE = new Offer(Topic.INSURANCE, "");
    private static final Offer VACCINATION = new Offer(Topic.VACCINATION, "");
    private static final Offer ANY_PAYMENT = new Offer(Topic.PAYMENT, "");

    private static Offer payment(String benefit) {
      return new Offer(Topic.PAYMENT, benefit);
    }
  }

  private static final Map<String, Offer> OFFERS =
      Map.of(
          "hi-renewal", Offer.INSURANCE,
          "hi-household", Offer.INSURANCE,
          "hi-5-years", Offer.INSURANCE,
          "health-immunization", Offer.VACCINATION,
          "pay-dates", Offer.ANY_PAYMENT,
          "sp-social-pension", Offer.payment("social-pension"),
          "sa-monthly", Offer.payment("social-assistance"),
          "merit-monthly-allowance", Offer.payment("merit"),
          // By account or in cash: that is asked.
          "si-pension", Offer.ANY_PAYMENT);

  Optional<Choice> of(EntitlementId entitlement) {
    return Optional.ofNullable(OFFERS.get(entitlement.value()))
        .filter(offer -> offer.topic != Topic.PAYMENT || !wording.payments().isEmpty())
        .map(
            offer -> {
              String benefit = offer.benefit.isEmpty() ? "" : ":" + offer.benefit;
              return wording.choice(Label.REMIND, Press.of(Verb.ADD, offer.topic.key() + benefit));
            });
  }
}
