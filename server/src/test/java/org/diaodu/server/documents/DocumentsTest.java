package org.diaodu.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.server.access.Denied;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** Documents with their people, on the real database. */
class DocumentsTest extends PlatformTest {

    private static final String CITY = "analyst-230100";
    private static final String PROVINCE = "analyst-230000";

    @Autowired
    Reading reading;

    @Autowired
    Documents documents;

    @Autowired
    StatementSteps steps;

    @Autowired
    Examples examples;

    @Autowired
    ExampleList list;

    @Autowired
    DocumentList found;

    @Test
    void aDocumentIsReadOnceAndItsStatementsAreLookedThrough() {
        String text = text("8.1", "24.7");
        String number = read(CITY, text);
        assertThat(read(CITY, text)).as("the same text again").isEqualTo(number);
        MarkedStatement first = growth(CITY, number);
        assertThat(first.statement().low()).isEqualByComparingTo("8.1");
        assertThat(step(CITY, number, first, StatementVerb.ACCEPT)).isInstanceOf(Outcome.Done.class);
        assertThat(step(CITY, number, first, StatementVerb.ACCEPT)).isEqualTo(new Outcome.Stale(1));
        assertThat(growth(CITY, number).state()).isEqualTo(StatementState.ACCEPTED);
        step(CITY, number, growth(CITY, number), StatementVerb.REOPEN);
        assertThat(growth(CITY, number).state()).isEqualTo(StatementState.READ);
        step(CITY, number, growth(CITY, number), StatementVerb.REJECT);
        assertThat(growth(CITY, number).state()).isEqualTo(StatementState.REJECTED);
        assertThat(as(CITY, () -> documents.timeline(documents.get(number))))
                .extracting(DocumentEvent::kind)
                .containsExactly("REJECT", "REOPEN", "ACCEPT", "READ");
        assertThat(audited(number)).isEqualTo(4);
        assertThatThrownBy(() ->
                        asSystem(() -> jdbc.sql("delete from document_event").update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> asSystem(() ->
                        jdbc.sql("update document_statement set quote = 'x'").update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void figuresThatCannotBothBeRightStandFirst() {
        String wrong = read(CITY, text("8.1", "69.9"));
        List<Relation> relations = as(CITY, () -> documents.relations(documents.get(wrong)));
        assertThat(relations.getFirst().contradicts()).isTrue();
        String right = read(CITY, text("8.1", "24.7"));
        assertThat(as(CITY, () -> documents.relations(documents.get(right)))).noneMatch(Relation::contradicts);
    }

    @Test
    void aCorrectionTeachesTheReaderOnceSomebodyElseTakesIt() {
        String number = read(PROVINCE, text("8.2", "24.4"));
        MarkedStatement before = growth(PROVINCE, number);
        String said = before.statement().indicator();
        String means = "工业" + UUID.randomUUID().toString().substring(0, 8);
        Outcome faulty =
                as(PROVINCE, () -> steps.step(number, before.id(), 0, StatementVerb.CORRECT, form(before, "", "x")));
        assertThat(faulty)
                .isInstanceOfSatisfying(
                        Outcome.Faulty.class, f -> assertThat(f.faults()).containsOnlyKeys("indicator", "low"));
        as(
                PROVINCE,
                () -> steps.step(number, before.id(), 0, StatementVerb.CORRECT, form(before, means, before.low())));
        assertThat(growth(PROVINCE, number).state()).isEqualTo(StatementState.CORRECTED);
        ReadingExample kept = example(means);
        assertThat(kept.field()).isEqualTo(ExampleField.INDICATOR);
        assertThat(kept.said()).isEqualTo(said);
        assertThatThrownBy(() -> as(PROVINCE, () -> examples.decide(kept.id(), 0, true)))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("DO21");
        assertThatThrownBy(() -> as(CITY, () -> examples.decide(kept.id(), 0, true)))
                .isInstanceOf(Denied.class);
        try {
            as("dispatcher-230000", () -> examples.decide(kept.id(), 0, true));
            assertThat(as("dispatcher-230000", () -> examples.decide(kept.id(), 0, false)))
                    .isEqualTo(new Outcome.Stale(1));
            String next = read(CITY, text("8.3", "24.1"));
            assertThat(growth(CITY, next).statement().indicator()).isEqualTo(means);
        } finally {
            asSystem(() -> jdbc.sql("delete from reader_word").update());
        }
    }

    @Test
    void documentsAreSeenByTheUnitThatReadThemAndThoseAbove() {
        String number = read(CITY, text("8.4", "23.8"));
        assertThat(as(PROVINCE, () -> documents.get(number)).number()).isEqualTo(number);
        assertThat(as("leader-230100", () -> documents.get(number)).number()).isEqualTo(number);
        for (String other : List.of("analyst-230200", "analyst-230102", "clerk-" + clerk())) {
            assertThatThrownBy(() -> as(other, () -> documents.get(number))).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> read("leader-230100", text("8.5", "23.5"))).isInstanceOf(Denied.class);
        MarkedStatement one = growth(CITY, number);
        assertThatThrownBy(() -> step("leader-230100", number, one, StatementVerb.ACCEPT))
                .isInstanceOf(Denied.class);
    }

    @Test
    void hostilePagesAreShownAsWordsAndBadInputIsSaidOnThePage() throws Exception {
        String hostile = "<html><body><script>alert(1)</script><p onclick=\"x()\">一季度，全省规模以上工业增加值同比增长8.6%。"
                + "<img src=x onerror=alert(2)></p><p>&lt;b&gt;" + UUID.randomUUID() + "</p></body></html>";
        String number = ((Outcome.Done) as(CITY, () -> reading.text(asked(), hostile))).number();
        String page = mvc.perform(get("/documents/" + number).with(as(CITY)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("8.6%").doesNotContain("<script>alert", "<img", "<p onclick", "<b>");
        assertThat(as(CITY, () -> reading.text(asked(), "  "))).isInstanceOf(Outcome.Faulty.class);
        assertThat(as(CITY, () -> reading.file(asked(), new byte[Reading.LARGEST + 1])))
                .isInstanceOf(Outcome.Faulty.class);
        String told = mvc.perform(multipart("/documents/new")
                        .file(new MockMultipartFile("file", "空.txt", "text/plain", new byte[0]))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(as(CITY)))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told).contains("请放入文件或粘贴文字");
        String none = read(CITY, "会议强调，要抓好落实。" + UUID.randomUUID().toString().replaceAll("[0-9]", ""));
        mvc.perform(get("/documents/" + none).with(as(CITY))).andExpect(status().isOk());
    }

    @Test
    void theListFindsWhatStandsInATextAndWhatIsStillOpen() {
        String mark = UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        String number = read(CITY, text("8.7", "23.0") + mark);
        assertThat(listed(mark, "open")).containsExactly(number);
        assertThat(listed(mark, "done")).isEmpty();
        for (MarkedStatement each : as(CITY, () -> documents.statements(documents.get(number)))) {
            step(CITY, number, each, StatementVerb.ACCEPT);
        }
        assertThat(listed(mark, "done")).containsExactly(number);
        assertThat(listed("_" + mark, "")).isEmpty();
    }

    private List<String> listed(String text, String state) {
        return as(CITY, () -> found.first(org.diaodu.server.lists.Selection.of(new DocumentFilter(text, state)), 5))
                .stream()
                .map(DocumentLine::number)
                .toList();
    }

    private static String text(String growth, String share) {
        return "2022年一季度，全省规模以上工业增加值同比增长" + growth + "%。其中，装备制造业增长12.0%，拉动2.0个百分点，贡献率" + share + "%。";
    }

    private static NewDocument asked() {
        return new NewDocument("", "示例公报", "", "示例公报.html");
    }

    private String read(String user, String text) {
        return ((Outcome.Done) as(user, () -> reading.text(new NewDocument("", "示例公报", "", ""), text))).number();
    }

    private Outcome step(String user, String number, MarkedStatement one, StatementVerb verb) {
        return as(user, () -> steps.step(number, one.id(), one.version(), verb, StatementForm.of(Map.of())));
    }

    private MarkedStatement growth(String user, String number) {
        return as(user, () -> documents.statements(documents.get(number))).stream()
                .filter(s -> s.statement().kind() == Statement.Kind.YOY)
                .findFirst()
                .orElseThrow();
    }

    private static StatementForm form(MarkedStatement before, String indicator, String low) {
        Statement one = before.statement();
        String period = one.period();
        return new StatementForm(
                indicator,
                one.subject(),
                period == null ? "" : period,
                one.kind().name(),
                low,
                before.high(),
                before.unit());
    }

    private ReadingExample example(String means) {
        return as(
                        PROVINCE,
                        () -> list.first(org.diaodu.server.lists.Selection.of(new ExampleFilter(means, "OPEN", "")), 1))
                .getFirst();
    }

    private long audited(String number) {
        return asSystem(() -> jdbc.sql(
                        "select count(*) from audit_entry where subject_type = 'document' and subject_id like :n || '%'")
                .param("n", number)
                .query(Long.class)
                .single());
    }

    private long clerk() {
        province.clerk(9_102, "230102");
        return 9_102;
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }
}
