package org.diaodu.server.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The white list with its people, on the real database. */
class WhiteListTest extends PlatformTest {

    private static final String PROVINCE = "dispatcher-230000";
    private static final String CITY = "dispatcher-230100";

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    EntrySteps steps;

    @Autowired
    Entries entries;

    @Autowired
    Passes passes;

    @Autowired
    RuleProposals proposals;

    @Autowired
    EntryList list;

    @Autowired
    BusinessClock clock;

    @Test
    void anApplicationIsDecidedByTheLevelItIsForAndTheClerkIsTold() {
        ListedProvince.Made made = listed().make("230102");
        String number = applied(made, Unit.Level.PREFECTURE);
        assertThat(told(CITY, number)).isEqualTo(1);
        assertThat(told(PROVINCE, number)).isZero();
        assertThatThrownBy(() -> as("dispatcher-230102", () -> grant(number, 0)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as("dispatcher-230200", () -> grant(number, 0)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as("analyst-230100", () -> grant(number, 0))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as("officer-230100", () -> grant(number, 0))).hasMessageContaining("WL2");
        assertThatThrownBy(() -> as(made.clerk(), () -> grant(number, 0))).isInstanceOf(Denied.class);
        assertThat(as(CITY, () -> grant(number, 0))).isEqualTo(new Outcome.Done(number));
        assertThat(told(made.clerk(), number)).isEqualTo(1);
        assertThatThrownBy(() -> as(CITY, () -> grant(number, 1))).hasMessageContaining("WL01");
        assertThat(as(PROVINCE, () -> steps.step(number, 1, Verb.REVOKE, "", "", " ")))
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(as(PROVINCE, () -> steps.step(number, 1, Verb.REVOKE, "", "", "转产")))
                .isEqualTo(new Outcome.Done(number));
        assertThat(kinds(number)).containsExactly("APPLY", "GRANT", "REVOKE");
        assertThat(auditRows(number)).isEqualTo(3);
    }

    @Test
    void aFormSentTwiceMakesOneEntryAndASecondOneOfTheKindIsRefused() {
        ListedProvince.Made made = listed().make("230102");
        var form = new Application("form-" + made.id(), "SUPPLY", "COUNTY", "保供大米");
        Outcome first = as(made.clerk(), () -> steps.apply(form));
        assertThat(as(made.clerk(), () -> steps.apply(form))).isEqualTo(first);
        assertThatThrownBy(
                        () -> as(made.clerk(), () -> steps.apply(new Application("other", "SUPPLY", "COUNTY", "再申请"))))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("WL07")
                .hasMessageContaining(((Outcome.Done) first).number());
        assertThat(as(made.clerk(), () -> steps.apply(new Application("third", "LOGISTICS", "COUNTY", "运粮"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as(made.clerk(), () -> steps.apply(new Application("", "x", "y", "z".repeat(1_000_000)))))
                .isEqualTo(new Outcome.Faulty(Map.of(
                        "kind", "whitelist.fault.kind",
                        "level", "whitelist.fault.level",
                        "grounds", "whitelist.fault.long")));
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTakenAndTheOtherIsTold() throws Exception {
        ListedProvince.Made made = listed().make("230102");
        String number = applied(made, Unit.Level.COUNTY);
        List<Object> answers = atOnce(List.of(
                () -> as(CITY, () -> grant(number, 0)),
                () -> as(PROVINCE, () -> steps.step(number, 0, Verb.REFUSE, "", "", "不属于重点物资"))));
        assertThat(answers).contains(new Outcome.Done(number), new Outcome.Stale(1));
        assertThat(kinds(number)).hasSize(2);
    }

    @Test
    void theSameClickFromFourDesksAtOnceMakesOneEntry() throws Exception {
        ListedProvince.Made made = listed().make("230102");
        var form = new Application("at-once-" + made.id(), "SUPPLY", "COUNTY", "保供大米");
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) clicks.add(() -> as(made.clerk(), () -> steps.apply(form)));
        assertThat(atOnce(clicks))
                .hasSize(4)
                .containsOnly(atOnce(List.of(clicks.getFirst())).getFirst());
        assertThat(as(made.clerk(), entries::mine)).hasSize(1);
    }

    @Test
    void whatHasExpiredByTheBusinessDateGivesRoomForTheNext() {
        ListedProvince.Made made = listed().make("230103");
        String first = granted(made);
        asSystem(() -> jdbc.sql(
                        "update white_list_entry set valid_from = :day, valid_until = :day where number = :number")
                .param("day", clock.today().minusDays(1))
                .param("number", first)
                .update());
        assertThat(find(first).state().name()).isEqualTo("EXPIRED");
        assertThat(as(CITY, () -> list.count(new EntryFilter(made.creditCode(), "", "", "EXPIRED", ""))))
                .isEqualTo(1);
        assertThat(as(CITY, () -> list.count(new EntryFilter(made.creditCode(), "", "", "GRANTED", ""))))
                .isZero();
        assertThatThrownBy(() -> as(made.clerk(), () -> passes.issue(first, pass("k1"))))
                .hasMessageContaining("WL03");
        String second = applied(made, Unit.Level.COUNTY);
        assertThat(second).isNotEqualTo(first);
        assertThat(as(made.clerk(), entries::mine)).hasSize(2);
    }

    @Test
    void whatHappenedAndWhatWasAskedForCannotBeChanged() {
        String number = granted(listed().make("230102"));
        as(PROVINCE, () -> passes.issue(number, pass("k")));
        for (String forbidden : List.of(
                "update white_list_event set words = 'x' where entry_id = :id",
                "delete from white_list_event where entry_id = :id",
                "update white_list_entry set grounds = 'x' where id = :id",
                "delete from white_list_entry where id = :id",
                "update white_list_pass set plate = '黑A00000' where entry_id = :id",
                "delete from white_list_pass where entry_id = :id")) {
            assertThatThrownBy(() -> asSystem(() ->
                            jdbc.sql(forbidden).param("id", find(number).id()).update()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whoSeesAnEntryIsDecidedByTheDatabase() {
        ListedProvince.Made made = listed().make("230102");
        String number = granted(made);
        as(made.clerk(), () -> passes.issue(number, pass("k")));
        for (String sees : List.of(PROVINCE, CITY, "analyst-230102", "leader-230000", "officer-230100", made.clerk())) {
            assertThat(seen(sees, number)).as(sees).isEqualTo(1);
        }
        String other = listed().make("230102").clerk();
        for (String not :
                List.of("dispatcher-230200", "analyst-230103", "officer-230200", "system-admin-230000", other)) {
            assertThat(seen(not, number)).as(not).isZero();
        }
        assertThat(inScopeOf(
                        "officer-230100",
                        () -> jdbc.sql("update white_list_entry set version = 9 where number = :n")
                                .param("n", number)
                                .update()))
                .isZero();
    }

    @Test
    void thoseTheRuleNamesEnterOnceWithTheRowThatNamesThem() throws Exception {
        ListedProvince.Made one = listed().make("230202");
        ListedProvince.Made two = listed().make("230202");
        String user = "dispatcher-230200";
        var before = as(user, () -> proposals.preview(Kind.SUPPLY)).fresh();
        assertThat(before)
                .filteredOn(proposal -> proposal.enterprise() == one.id())
                .extracting(RuleProposals.Proposal::grounds)
                .containsExactly("保供第1行：粮油和食品的大中型企业");
        LocalDate until = clock.today().plusDays(30);
        List<Long> both = List.of(one.id(), two.id(), 999_999_999L);
        List<Object> answers = atOnce(List.of(
                () -> as(user, () -> proposals.enter(Kind.SUPPLY, both, until)),
                () -> as(PROVINCE, () -> proposals.enter(Kind.SUPPLY, both, until))));
        assertThat(answers).containsExactlyInAnyOrder(new RuleProposals.Listed(2, 1), new RuleProposals.Listed(0, 3));
        WhiteListEntry entry = as(one.clerk(), entries::mine).getFirst();
        assertThat(entry.origin()).isEqualTo(Origin.RULE);
        assertThat(entry.validity()).isEqualTo(new Validity(clock.today(), until));
        assertThat(kinds(entry.number())).containsExactly("LIST");
        assertThat(auditRows(entry.number())).isEqualTo(1);
        assertThat(told(one.clerk(), entry.number())).isEqualTo(1);
        assertThat(as(user, () -> proposals.preview(Kind.SUPPLY)).all())
                .extracting(RuleProposals.Proposal::entry)
                .contains(entry.number());
        assertThatThrownBy(() -> as("analyst-230200", () -> proposals.enter(Kind.SUPPLY, both, until)))
                .isInstanceOf(Denied.class);
    }

    @Test
    void whomTheRuleNamesAreFilteredPreviewedAndEnteredInOneGo() {
        ListedProvince.Made one = listed().make("230202");
        ListedProvince.Made two = listed().make("230202");
        Visit dispatcher = visit("dispatcher-230200");
        String list = dispatcher
                .get("/whitelist/rule?region=230202&q=" + one.creditCode())
                .body();
        assertThat(list).contains(one.name(), "value=\"" + one.id() + "\"").doesNotContain(two.name());
        String both = one.id() + "," + two.id();
        String preview = dispatcher
                .post("/whitelist/rule/preview", "kind", "SUPPLY", "enterprise", both)
                .body();
        assertThat(preview).contains(one.name(), two.name(), "粮油和食品的大中型企业", "将 2 家列入白名单");
        assertThat(as(one.clerk(), entries::mine)).as("nothing is written").isEmpty();
        String until = clock.today().plusDays(30).toString();
        var entered = dispatcher.post("/whitelist/rule", "kind", "SUPPLY", "enterprise", both, "until", until);
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(as(two.clerk(), entries::mine)).hasSize(1);
        String again = dispatcher
                .post("/whitelist/rule/preview", "kind", "SUPPLY", "enterprise", both)
                .body();
        assertThat(again).contains("另有 2 家已在册", "没有需要列入的企业");
        assertThat(dispatcher
                        .get("/whitelist/rule?held=THERE&q=" + one.creditCode())
                        .body())
                .contains(one.name(), as(one.clerk(), entries::mine).getFirst().number());
        assertThat(dispatcher.get("/whitelist/rule?region=230102").statusCode()).isEqualTo(403);
    }

    @Test
    void aPassIsIssuedOnceForAFormAndOnlyAsManyAsAllowed() {
        ListedProvince.Made made = listed().make("230102");
        String number = granted(made);
        Outcome first = as(made.clerk(), () -> passes.issue(number, pass("same")));
        assertThat(as(made.clerk(), () -> passes.issue(number, pass("same")))).isEqualTo(first);
        for (int i = 1; i < 20; i++) {
            String key = "k" + i;
            assertThat(as(made.clerk(), () -> passes.issue(number, pass(key)))).isInstanceOf(Outcome.Done.class);
        }
        assertThatThrownBy(() -> as(made.clerk(), () -> passes.issue(number, pass("more"))))
                .hasMessageContaining("WL05");
        String revoked = ((Outcome.Done) first).number();
        assertThat(as(CITY, () -> passes.revoke(revoked, "车辆报废"))).isEqualTo(new Outcome.Done(revoked));
        assertThatThrownBy(() -> as(CITY, () -> passes.revoke(revoked, "再次"))).hasMessageContaining("WL04");
        assertThat(as(made.clerk(), () -> passes.issue(number, pass("more")))).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> as("analyst-230102", () -> passes.issue(number, pass("x"))))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as(listed().make("230102").clerk(), () -> passes.issue(number, pass("x"))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aCodeShowsThePlateOfAPassWhileItIsValidAndNothingElse() {
        ListedProvince.Made made = listed().make("230102");
        String number = granted(made);
        Pass pass = issued(made, number, "1");
        assertThat(passes.shown(pass.code()))
                .contains(new Passes.Shown(new Plate("黑A12345"), pass.validity().until()));
        assertThat(passes.shown(PassCode.random())).isEmpty();
        assertThat(shownOn(pass.validity().until(), pass)).isEqualTo(1);
        assertThat(shownOn(pass.validity().until().plusDays(1), pass)).isZero();
        assertThat(shownOn(pass.validity().from().minusDays(1), pass)).isZero();
        as(made.clerk(), () -> passes.revoke(pass.number(), "换车"));
        assertThat(passes.shown(pass.code())).isEmpty();
        Pass other = issued(made, number, "2");
        assertThat(passes.shown(other.code())).isPresent();
        as(CITY, () -> steps.step(number, 1, Verb.REVOKE, "", "", "转产"));
        assertThat(passes.shown(other.code())).as("its entry is revoked").isEmpty();
        assertThat(inScopeOf(
                        "analyst-230200",
                        () -> passes.shown(other.code()).isPresent()
                                || jdbc.sql("select count(*) from white_list_pass where number = :n")
                                                .param("n", other.number())
                                                .query(Long.class)
                                                .single()
                                        > 0))
                .as("asking about a code opens nothing else in the transaction")
                .isFalse();
    }

    private ListedProvince listed() {
        return new ListedProvince(register, enterprises, province, clock);
    }

    private long shownOn(LocalDate day, Pass pass) {
        return asSystem(() -> jdbc.sql("select count(*) from pass_shown(:code, :day)")
                .param("code", pass.code().value())
                .param("day", day)
                .query(Long.class)
                .single());
    }

    private Pass issued(ListedProvince.Made made, String number, String key) {
        Outcome outcome = as(made.clerk(), () -> passes.issue(number, pass(key)));
        return asSystem(() -> passes.get(((Outcome.Done) outcome).number()));
    }

    private PassForm pass(String key) {
        return new PassForm(
                key,
                "黑A12345",
                "大米",
                "哈尔滨市道里区",
                "吉林省长春市",
                clock.today().toString(),
                clock.today().plusDays(3).toString());
    }

    private String granted(ListedProvince.Made made) {
        String number = applied(made, Unit.Level.PREFECTURE);
        assertThat(as(CITY, () -> grant(number, 0))).isInstanceOf(Outcome.Done.class);
        return number;
    }

    private String applied(ListedProvince.Made made, Unit.Level level) {
        var form = new Application("", "SUPPLY", level.name(), "保供<b>大米</b>，=1+1 𠮷😀");
        return ((Outcome.Done) as(made.clerk(), () -> steps.apply(form))).number();
    }

    private Outcome grant(String number, int version) {
        return steps.step(
                number,
                version,
                Verb.GRANT,
                clock.today().toString(),
                clock.today().plusDays(30).toString(),
                "");
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        List<Object> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : pool.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }

    private WhiteListEntry find(String number) {
        return asSystem(() -> entries.get(number));
    }

    private List<String> kinds(String number) {
        return asSystem(() -> entries.timeline(entries.get(number))).stream()
                .map(ListEvent::kind)
                .toList();
    }

    private long auditRows(String number) {
        return asSystem(
                () -> jdbc.sql("select count(*) from audit_entry where subject_type = 'white-list' and subject_id = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single());
    }

    private long told(String user, String number) {
        return asSystem(() -> jdbc.sql("select count(*) from notice where account = :account and href = :href")
                .param("account", province.id(user))
                .param("href", "/whitelist/" + number)
                .query(Long.class)
                .single());
    }

    private long seen(String user, String number) {
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from white_list_entry where number = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single());
    }
}
