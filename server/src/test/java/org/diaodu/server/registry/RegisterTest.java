package org.diaodu.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegisterTest extends PlatformTest {
    private static final YearMonth START = YearMonth.of(2023, 1);
    private static final String ANALYST = "analyst-230102";
    private static long serial = 700_000;

    @Autowired
    Register register;

    @Autowired
    RegisterLoading loading;

    @Autowired
    Enterprises enterprises;

    @Autowired
    RegisterList list;

    private static Attributes attributes(String name, String region, String industry, YearMonth from) {
        return new Attributes(
                from,
                null,
                name,
                region,
                industry,
                SizeClass.MEDIUM,
                Ownership.PRIVATE,
                "",
                "",
                false,
                OperatingStatus.OPERATING);
    }

    private static String code() {
        return CreditCode.made("230102", serial++).value();
    }

    private SaveOutcome enter(String code, String override, Attributes attributes) {
        return province.as(
                ANALYST,
                () -> register.enter(new NewEnterprise(code, override, attributes, ListChange.Kind.ENTRY, "入库批复")));
    }

    private long entered(String name) {
        SaveOutcome outcome = enter(code(), "", attributes(name, "230102", "3511", START));
        assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
        return ((SaveOutcome.Saved) outcome).id();
    }

    private List<Attributes> history(long id) {
        return inScopeOf(ANALYST, () -> enterprises.history(id));
    }

    @Test
    void aChangeTakesEffectFromAMonthAndWhatWasTrueBeforeStays() {
        long id = entered("示例甲");
        YearMonth march = START.plusMonths(2);
        SaveOutcome saved =
                province.as(ANALYST, () -> register.change(id, 1, attributes("示例甲", "230102", "3512", march), "转产"));
        assertThat(saved).isEqualTo(new SaveOutcome.Saved(id, 2));
        assertThat(history(id))
                .extracting(Attributes::industry, Attributes::from, Attributes::until)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("3511", START, march),
                        org.assertj.core.groups.Tuple.tuple("3512", march, null));
        assertThat(inScopeOf(
                        ANALYST,
                        () -> enterprises
                                .find(id, march.minusMonths(1))
                                .orElseThrow()
                                .attributes()
                                .industry()))
                .isEqualTo("3511");
    }

    @Test
    void aStaleSaveShowsBothAndWritesNothing() {
        long id = entered("示例乙");
        province.as(ANALYST, () -> register.change(id, 1, attributes("示例乙（新）", "230102", "3511", START), "更名"));
        SaveOutcome second =
                province.as(ANALYST, () -> register.change(id, 1, attributes("示例乙（另）", "230102", "3511", START), "更名"));
        assertThat(second).isInstanceOfSatisfying(SaveOutcome.Stale.class, stale -> {
            assertThat(stale.theirs().name()).isEqualTo("示例乙（新）");
            assertThat(stale.yours().name()).isEqualTo("示例乙（另）");
        });
        assertThat(history(id)).extracting(Attributes::name).containsExactly("示例乙（新）");
    }

    @Test
    void aStaleSaveOnThePageShowsBothVersions() {
        long id = entered("示例丙");
        Visit visit = visit(ANALYST);
        String path = "/enterprises/" + id + "/edit";
        String[] form = {
            "version",
            "1",
            "from",
            "2023-01",
            "region",
            "230102",
            "industry",
            "3511",
            "size",
            "SMALL",
            "ownership",
            "PRIVATE",
            "status",
            "OPERATING",
            "reason",
            "更名",
            "name",
            "示例丙一"
        };
        assertThat(visit.post(path, form).statusCode()).isEqualTo(302);
        form[form.length - 1] = "示例丙二";
        var stale = visit.post(path, form);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("示例丙一", "示例丙二", "diff-added", "name=\"version\" value=\"2\"");
    }

    @Test
    void codesThatNobodyKnowsAreRefusedWithTheNearestOne() {
        SaveOutcome refused = enter(code(), "", attributes("示例", "230192", "9999", START));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        no -> assertThat(no.faults()).extracting(Fault::code).contains("RG03", "RG05"));
    }

    @Test
    void aCodeWhoseOuterCheckFailsNeedsAReason() {
        String good = code();
        char last = good.charAt(17);
        String odd = good.substring(0, 17) + (last == '1' ? '2' : '1');
        Attributes attributes = attributes("示例早期", "230102", "3511", START);
        assertThat(enter(odd, "", attributes))
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        no -> assertThat(no.faults()).extracting(Fault::code).containsExactly("RG11"));
        assertThat(enter(odd, "营业执照原件如此", attributes)).isInstanceOf(SaveOutcome.Saved.class);
        assertThat(enter("12345", "", attributes))
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        no -> assertThat(no.faults()).extracting(Fault::code).containsExactly("RG12"));
    }

    @Test
    void theSameCodeIsEnteredOnce() {
        String code = code();
        Attributes attributes = attributes("示例丁", "230102", "3511", START);
        assertThat(enter(code, "", attributes)).isInstanceOf(SaveOutcome.Saved.class);
        assertThat(enter(code, "", attributes))
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        no -> assertThat(no.faults()).extracting(Fault::code).containsExactly("RG13"));
    }

    @Test
    void nobodyEntersAnEnterpriseIntoAnotherUnit() {
        SaveOutcome refused = enter(code(), "", attributes("示例戊", "230202", "3511", START));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        no -> assertThat(no.faults()).extracting(Fault::code).containsExactly("RG22"));
    }

    @Test
    void anExitEndsTheAttributesAndIsListed() {
        long id = entered("示例己");
        YearMonth exit = START.plusMonths(5);
        assertThat(province.as(ANALYST, () -> register.leave(id, 1, exit, "停产注销")))
                .isInstanceOf(SaveOutcome.Saved.class);
        assertThat(history(id).getLast().until()).isEqualTo(exit);
        assertThat(inScopeOf(ANALYST, () -> enterprises.listChanges(id)))
                .extracting(ListChange::kind)
                .containsExactly(ListChange.Kind.ENTRY, ListChange.Kind.EXIT);
    }

    @Test
    void aListIsSearchedByPartOfTheNameAndKeepsToTheUnit() {
        entered("示例百分号%之家");
        Address backwards = Address.of("/enterprises").with("sort", "name").with("order", "desc");
        RegisterFilter filter = new RegisterFilter(START, "分号%之", "", "", "", "", "", "", "");
        assertThat(inScopeOf(ANALYST, () -> list.count(filter))).isEqualTo(1);
        assertThat(inScopeOf("analyst-230103", () -> list.count(filter))).isZero();
        assertThat(inScopeOf("analyst-230000", () -> list.first(new Selection<>(filter, backwards), 10)))
                .hasSize(1);
    }

    @Test
    void oneBadEntryRefusesTheWholeLoad() {
        List<RegisterEntry> entries = List.of(
                new RegisterEntry(code(), null, List.of(attributes("示例庚", "230102", "3511", START)), List.of()),
                new RegisterEntry(code(), null, List.of(attributes("示例辛", "230102", "XX", START)), List.of()));
        assertThatThrownBy(() -> asSystem(() -> loading.load(entries)))
                .isInstanceOf(RegisterRefused.class)
                .hasMessageContaining("RG05");
        assertThat(asSystem(() -> jdbc.sql("select count(*) from enterprise where credit_code = :c")
                        .param("c", entries.getFirst().creditCode())
                        .query(Long.class)
                        .single()))
                .isZero();
    }
}
