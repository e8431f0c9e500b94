package vn.ansinh.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.knowledge.Period;
import vn.ansinh.text.Phrases;

/// A knowledge base of six entries, enough to find, to confuse and to refuse.
final class SmallKnowledge {
  private SmallKnowledge() {}

  static KnowledgeBase base() {
    return base(
        entry(
            "sp-social-pension",
            "Trợ cấp hưu trí xã hội",
            "tiền già|lương già|tiền người cao tuổi|trợ cấp tuổi già",
            "amount: mẹ tôi 75 tuổi không có lương hưu được bao nhiêu một tháng|"
                + "documents: làm tiền già cần giấy tờ gì|"
                + "where: tien gia nop o dau|overview: cụ nhà em đủ tuổi rồi mà chưa được lĩnh đồng nào",
            "Người từ {{= 75 tuổi}} trở lên không có lương hưu được Nhà nước trả **tiền** mỗi tháng."),
        entry(
            "sa-funeral",
            "Hỗ trợ chi phí mai táng",
            "tiền mai táng|mai táng phí|tiền ma chay",
            "amount: bà tôi đang hưởng trợ cấp xã hội vừa mất thì nhà được hỗ trợ mai táng bao nhiêu|"
                + "documents: hồ sơ xin tiền mai táng gồm gì|deadline: ho tro mai tang bao lau co",
            "Khi người đang hưởng trợ cấp xã hội hằng tháng chết, người lo mai táng được hỗ trợ."),
        entry(
            "hi-household",
            "Bảo hiểm y tế hộ gia đình",
            "bhyt hộ gia đình|mua thẻ bảo hiểm y tế",
            "amount: bảo hiểm y tế hộ gia đình một năm bao nhiêu tiền|"
                + "where: mua thẻ bảo hiểm y tế ở đâu|"
                + "amount: người thứ hai trong nhà đóng bao nhiêu|overview: bhyt ho gia dinh dong the nao",
            "Người chưa có thẻ theo diện khác thì mua bảo hiểm y tế theo hộ gia đình."),
        entry(
            "hi-renewal",
            "Gia hạn thẻ bảo hiểm y tế",
            "đóng tiếp bảo hiểm y tế|thẻ hết hạn",
            "where: thẻ bảo hiểm y tế hết hạn thì đóng tiếp ở đâu|"
                + "overview: quên đóng bảo hiểm y tế hai tháng|"
                + "overview: gia han bhyt tren mang duoc khong",
            "Đóng tiếp trước khi thẻ hết hạn thì dùng liền, không phải chờ."),
        entry(
            "health-immunization",
            "Tiêm chủng mở rộng cho trẻ em",
            "tiêm phòng|lịch tiêm cho bé",
            "overview: bé 2 tháng tiêm mũi gì|amount: tiêm ở trạm y tế có mất tiền không|"
                + "overview: lich tiem cho be 9 thang",
            "Trẻ em được tiêm miễn phí ở trạm y tế theo lịch của Bộ Y tế."),
        entry(
            "edu-tuition-free",
            "Miễn học phí trường công lập",
            "miễn học phí|tiền học",
            "amount: con tôi học lớp 6 trường công có phải đóng học phí không|"
                + "changed: mien hoc phi tu nam nao",
            "Trẻ mầm non và học sinh trường công lập không phải đóng học phí."));
  }

  /// The same without a question to learn sides from.
  static KnowledgeBase unlearnt() {
    return base(
        base().all().stream().map(SmallKnowledge::withoutExamples).toArray(Entitlement[]::new));
  }

  private static Entitlement withoutExamples(Entitlement entry) {
    return new Entitlement(
        entry.id(),
        entry.title(),
        entry.shortTitle(),
        entry.area(),
        entry.programme(),
        entry.grade(),
        entry.contact(),
        entry.reviewedOn(),
        entry.aliases(),
        Map.of(),
        entry.ages(),
        entry.related(),
        entry.basis(),
        entry.passages(),
        entry.file());
  }

  static KnowledgeBase base(Entitlement... entries) {
    TreeMap<EntitlementId, Entitlement> sorted = new TreeMap<>();
    for (Entitlement entry : entries) {
      sorted.put(entry.id(), entry);
    }
    return new KnowledgeBase(
        sorted,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        KnowledgeBase.Circles.NONE,
        Phrases.ofKeys(),
        lexicon());
  }

  static Entitlement entry(
      String id, String title, String aliases, String examples, String overview) {
    return new Entitlement(
        new EntitlementId(id),
        title,
        title,
        "area",
        "plan-II.2",
        Grade.A,
        "one-stop",
        LocalDate.of(2026, 11, 23),
        List.of(aliases.split("\\|")),
        examples(examples),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Entitlement.Passage(Facet.OVERVIEW, Period.ALWAYS, Grade.A, overview, 1)),
        id + ".md");
  }

  /// @param examples `side: question`, between bars
  private static Map<Facet, List<String>> examples(String examples) {
    Map<Facet, List<String>> bySide = new EnumMap<>(Facet.class);
    for (String example : examples.split("\\|")) {
      String[] parts = example.split(": ", 2);
      bySide
          .computeIfAbsent(Facet.ofKey(parts[0]).orElseThrow(), _ -> new ArrayList<>())
          .add(parts[1]);
    }
    return bySide;
  }

  static Lexicon lexicon() {
    Map<String, List<String>> abbreviations = new LinkedHashMap<>();
    String known =
        "bhyt=bảo hiểm y tế,bhxh=bảo hiểm xã hội,ko=không,k=không,dc=được,đc=được,bn=bao nhiêu,"
            + "bn=bắc ninh,hgđ=hộ gia đình,hs=học sinh,hs=hồ sơ,tr=triệu,th=tháng,e=em";
    for (String pair : known.split(",")) {
      String[] sides = pair.split("=");
      abbreviations.computeIfAbsent(sides[0], any -> new ArrayList<>()).add(sides[1]);
    }
    return new Lexicon(
        abbreviations,
        List.of(
            new Lexicon.Synonym("đám ma", "mai táng"),
            new Lexicon.Synonym("chích ngừa", "tiêm chủng")),
        List.of("ạ", "dạ", "cho em hỏi", "cho tôi hỏi", "với ạ", "vậy"),
        facets(),
        Map.of(),
        Map.of(),
        List.of(
            "bảo hiểm nhân thọ một năm đóng bao nhiêu",
            "kết quả xổ số hôm nay",
            "thời tiết lạng sơn"));
  }

  private static Map<Facet, List<String>> facets() {
    Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
    facets.put(Facet.WHO, List.of("ai được", "điều kiện", "bao nhiêu tuổi"));
    facets.put(Facet.AMOUNT, List.of("bao nhiêu", "bao nhiêu tiền", "mấy đồng", "mức hưởng"));
    facets.put(Facet.DOCUMENTS, List.of("hồ sơ", "giấy tờ", "giấy tờ gì", "mang những gì"));
    facets.put(Facet.WHERE, List.of("ở đâu", "nộp ở đâu", "nộp hồ sơ ở đâu", "nộp"));
    facets.put(Facet.DEADLINE, List.of("bao lâu", "mấy ngày", "bao nhiêu ngày", "hạn nộp"));
    facets.put(Facet.PAYMENT, List.of("nhận tiền", "khi nào có tiền", "ngày nào có tiền"));
    facets.put(Facet.LEGAL, List.of("nghị định nào", "luật nào", "căn cứ"));
    facets.put(Facet.CHANGED, List.of("từ khi nào", "có tăng không", "thay đổi"));
    return facets;
  }
}
