package org.diaodu.server.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the tests of shortages and letters sit, with their people, on the real database. */
abstract class SupplyDesk extends PlatformTest {

    static final String PROVINCE = "dispatcher-230000";
    static final String CITY = "dispatcher-230100";
    static final String COUNTY = "dispatcher-230102";

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    ReportSteps steps;

    @Autowired
    LetterSteps letters;

    @Autowired
    Reports reports;

    @Autowired
    Letters desk;

    @Autowired
    BusinessClock clock;

    ListedProvince listed() {
        return new ListedProvince(register, enterprises, province, clock);
    }

    String today() {
        return clock.today().toString();
    }

    ReportForm form(String key) {
        return new ReportForm(
                key,
                "PART",
                "前舱线束",
                "1,200",
                "套",
                "示例线束厂",
                "220000",
                "长春市",
                today(),
                "3",
                "640",
                "<b>急</b> =1+1 𠮷😀",
                "李明",
                "13912345678");
    }

    LetterForm letterForm() {
        String until = clock.today().plusDays(3).toString();
        return new LetterForm(
                UUID.randomUUID().toString(),
                "",
                "220000",
                "吉林省工业和信息化厅",
                "关于请协调线束供应的函",
                "请协调发货",
                "",
                until,
                "赵处",
                "0451-12345678");
    }

    String reported(ListedProvince.Made made) {
        return ((Outcome.Done) as(made.clerk(), () -> steps.report(form("")))).number();
    }

    void escalated(String number) {
        String dispatcher = "dispatcher-" + find(number).region();
        as(dispatcher, () -> step(number, 0, Verb.CONFIRM, ""));
        as(dispatcher, () -> step(number, 1, Verb.PASS_UP, ""));
    }

    String written(String number, int version) {
        return ((Outcome.Done) as(PROVINCE, () -> letters.write(number, version, letterForm()))).number();
    }

    Outcome step(String number, int version, Verb verb, String words) {
        return steps.step(number, version, verb, "", words);
    }

    static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        List<Object> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : pool.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }

    <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }

    Report find(String number) {
        return asSystem(() -> reports.get(number));
    }

    Letter letter(String id) {
        return asSystem(() -> desk.get(Long.parseLong(id)));
    }

    long auditRows(String type, String id) {
        return asSystem(
                () -> jdbc.sql("select count(*) from audit_entry where subject_type = :type and subject_id = :n")
                        .param("type", type)
                        .param("n", id)
                        .query(Long.class)
                        .single());
    }
}
