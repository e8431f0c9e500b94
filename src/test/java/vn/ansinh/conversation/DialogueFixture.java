package vn.ansinh.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.knowledge.Period;
import vn.ansinh.search.Asked;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;
import vn.ansinh.text.Phrases;

/// A knowledge base of three entries and a search that says what the test wants.
public final class DialogueFixture {
  public static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  static final LocalDate TODAY = LocalDate.ofInstant(NOW, VietnamTime.ZONE);
  static final EntitlementId PENSION = new EntitlementId("sp-social-pension");
  static final EntitlementId FUNERAL = new EntitlementId("plan-II.2");

  /// An entitlement that there was not before [#CHANGED].
  static final EntitlementId NEW_LAW = new EntitlementId("new-law");

  static final LocalDate CHANGED = LocalDate.parse("2026-10-05");

  private DialogueFixture() {}

  public static KnowledgeBase base() {
    TreeMap<EntitlementId, Entitlement> entries = new TreeMap<>();
    entries.put(
        PENSION,
        entry(
            PENSION,
            "Hưu trí xã hội",
            "elderly",
            List.of(
                passage(Facet.OVERVIEW, Grade.A, "Tiền cho người già."),
                passage(Facet.WHO, Grade.A, "Người từ bảy mươi lăm.\n\nChi tiết về người."),
                passage(Facet.AMOUNT, Grade.A, "Năm trăm bốn mươi nghìn."),
                passage(Facet.DEADLINE, new Period(null, CHANGED.minusDays(1)), "Mười ngày."),
                passage(Facet.DEADLINE, new Period(CHANGED, null), "Bảy ngày."),
                passage(Facet.PAYMENT, Grade.C, "Phường báo ngày."))));
    entries.put(
        NEW_LAW,
        entry(
            NEW_LAW,
            "Khoản mới",
            "assistance",
            List.of(passage(Facet.OVERVIEW, new Period(CHANGED, null), "Khoản mới có."))));
    entries.put(
        FUNERAL,
        entry(
            FUNERAL,
            "Mai táng phí",
            "assistance",
            List.of(passage(Facet.OVERVIEW, Grade.A, "Tiền lo tang."))));
    LegalDocument decree =
        new LegalDocument(
            "nd-335-2026",
            "Nghị định",
            "335/2026/NĐ-CP",
            "về trợ giúp",
            new Period(LocalDate.parse("2026-10-05"), null),
            null,
            Grade.A,
            0);
    return new KnowledgeBase(
        entries,
        Map.of(),
        Map.of(decree.id(), decree),
        Map.of("one-stop", new KnowledgeBase.Contact("one-stop", "bộ phận Một cửa", "", "")),
        List.of(
            new KnowledgeBase.Area("elderly", "Người cao tuổi"),
            new KnowledgeBase.Area("assistance", "Trợ giúp"),
            new KnowledgeBase.Area("housing", "Nhà ở")),
        new KnowledgeBase.Circles(
            List.of(
                new KnowledgeBase.Area("kp-1", "Khu phố 1"),
                new KnowledgeBase.Area("kp-2", "Khu phố 2")),
            List.of(
                new KnowledgeBase.Area("merit", "Người có công"),
                new KnowledgeBase.Area("parents", "Cha mẹ trẻ nhỏ"))),
        Phrases.ofKeys(),
        new Lexicon(
            Map.of(),
            List.of(),
            List.of("dạ", "ạ", "ơi"),
            Map.of(),
            Map.of(),
            Map.of(
                "greeting", List.of("xin chào", "chào"),
                "thanks", List.of("cảm ơn"),
                "insult", List.of("đồ vô dụng"),
                "emergency-115", List.of("bất tỉnh")),
            List.of()));
  }

  static Dialogue dialogue(Search search) {
    return new Dialogue(base(), search, Desk.withoutDays(base()), 20);
  }

  static Dialogue.Said said(String text) {
    return said(new Inbound.Content.Text(text));
  }

  static Dialogue.Said said(Inbound.Content content) {
    return new Dialogue.Said(content, TODAY, NOW);
  }

  static Finding confident(Facet facet) {
    return new Finding.Confident(asked(facet, false), List.of(new Hit(PENSION, 0.9)));
  }

  static Finding ambiguous() {
    return new Finding.Ambiguous(
        asked(Facet.AMOUNT, false), List.of(new Hit(PENSION, 0.6), new Hit(FUNERAL, 0.58)), 2);
  }

  static Finding nothing(boolean bare) {
    return new Finding.Nothing(asked(Facet.WHO, bare), List.of());
  }

  private static Asked asked(Facet facet, boolean bare) {
    return new Asked("câu hỏi", facet, facet != Facet.OVERVIEW, bare, bare ? 0 : 0.5, false);
  }

  private static Entitlement entry(
      EntitlementId id, String title, String area, List<Entitlement.Passage> passages) {
    return new Entitlement(
        id,
        title,
        title,
        area,
        "plan-III.4",
        Grade.A,
        "one-stop",
        TODAY,
        List.of(),
        Map.of(),
        List.of(),
        id.equals(PENSION) ? List.of(FUNERAL) : List.of(),
        List.of(new Entitlement.Basis("nd-335-2026", "Điều 31", Set.of(), Period.ALWAYS, 0)),
        passages,
        id + ".md");
  }

  private static Entitlement.Passage passage(Facet facet, Period period, String text) {
    return new Entitlement.Passage(facet, period, Grade.A, text, 1);
  }

  private static Entitlement.Passage passage(Facet facet, Grade grade, String text) {
    return new Entitlement.Passage(facet, Period.ALWAYS, grade, text, 1);
  }
}
