package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;

/** The pages of appeals over HTTP, without scripts. */
class AppealPagesTest extends AppealDesk {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" [^>]*value=\"([^\"]+)\"");

    @Test
    void anEnterpriseRaisesFollowsAnswersAndRates() {
        Visit clerk = visit(CLERK);
        String blank = clerk.get("/appeals/new").body();
        String key = found(KEY, blank);
        HttpResponse<String> faulty = clerk.post("/appeals/new", "key", key, "words", "<script>断供</script>");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("请选择事项", "请填写联系电话", "&lt;script&gt;断供", key);
        String[] form = {
            "key",
            key,
            "subject",
            "MATERIALS",
            "urgency",
            "URGENT",
            "words",
            "<b>断供</b>",
            "contactName",
            "王建国",
            "contactPhone",
            "0451-82345678"
        };
        HttpResponse<String> raised = clerk.post("/appeals/new", form);
        assertThat(raised.statusCode()).isEqualTo(302);
        String page = raised.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replace("?raised=true", "");
        assertThat(clerk.post("/appeals/new", form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(page + "?raised=true");
        assertThat(clerk.get(page).body()).contains("已送达道里区工信部门", "最迟", "核实受理", "&lt;b&gt;断供", "撤回诉求", "0451-82345678");
        assertThat(clerk.get("/appeals/mine").body()).contains(page, "待核实");

        Visit officer = visit(OFFICER);
        assertThat(officer.get("/appeals?q=" + page.substring(9)).body()).contains(page, "紧急");
        step(officer, page, "TAKEN", "");
        String asking = step(officer, page, "ASKED", "请提供供应商名称");
        assertThat(asking).contains("停表", "收回问题").doesNotContain("name=\"step\" value=\"RESOLVED\"");
        assertThat(clerk.get(page).body()).contains("请您补充", "请提供供应商名称");
        step(clerk, page, "ANSWERED", "名称已补充");
        step(officer, page, "RESOLVED", "已到货");
        assertThat(clerk.get(page).body()).contains("请您评价", "已到货");
        String own = clerk.get(page).body();
        HttpResponse<String> rated =
                clerk.post(page + "/rating", "version", found(VERSION, own), "key", "r", "words", "");
        assertThat(rated.statusCode()).isEqualTo(302);
        step(officer, page, "CLOSED", "回访满意");
        assertThat(clerk.get(page).body()).contains("已办结并归档", "您表示满意");
        assertThat(officer.get("/appeals.csv?state=closed&q=" + page.substring(9))
                        .body())
                .contains("满意")
                .doesNotContain("0451-82345678");
    }

    @Test
    void aStepThatIsNotPossibleKeepsWhatWasTypedAndSaysWhatIs() {
        String page = "/appeals/" + raised();
        Visit officer = visit(OFFICER);
        String seen = officer.get(page).body();
        HttpResponse<String> refused = officer.post(
                page + "/steps", "step", "RESOLVED", "version", found(VERSION, seen), "key", "a", "words", "已经<i>好了");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("AP10", "现在可以：核实受理", "已经&lt;i&gt;好了");
        step(officer, page, "TAKEN", "");
        HttpResponse<String> stale = officer.post(
                page + "/steps", "step", "REPLIED", "version", found(VERSION, seen), "key", "b", "words", "马上办");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("有了新的进展", "马上办");
        HttpResponse<String> faulty = officer.post(
                page + "/steps",
                "step",
                "REPLIED",
                "version",
                found(VERSION, officer.get(page).body()),
                "key",
                "c",
                "words",
                "");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(officer.post(page + "/steps", "step", "FLY", "version", "1").statusCode())
                .isEqualTo(400);
        assertThat(visit(CLERK).get(page).body()).doesNotContain(OFFICER);
    }

    @Test
    void helpersAreAskedAndTheEnterpriseDoesNotReadWhatUnitsSayAmongThemselves() {
        String page = "/appeals/" + raised();
        Visit officer = visit(OFFICER);
        String seen = officer.get(page).body();
        HttpResponse<String> asked = officer.post(
                page + "/helpers",
                "version",
                found(VERSION, seen),
                "key",
                "h",
                "words",
                "请核对库存",
                "helpers",
                "GX-230100");
        assertThat(asked.statusCode()).isEqualTo(302);
        Visit helper = visit("officer-230100");
        String part = helper.get(page).body();
        assertThat(part).contains("请核对库存", "协办单位", "王**").doesNotContain("value=\"TAKEN\"", "13845678901");
        helper.post(page + "/notes", "version", found(VERSION, part), "key", "n", "words", "库存属实内部意见");
        assertThat(officer.get(page).body()).contains("库存属实内部意见");
        assertThat(visit(CLERK).get(page).body()).doesNotContain("库存属实内部意见");
    }

    private static String step(Visit who, String page, String step, String words) {
        String seen = who.get(page).body();
        HttpResponse<String> answer = who.post(
                page + "/steps",
                "step",
                step,
                "version",
                found(VERSION, seen),
                "key",
                found(KEY, seen) + step,
                "words",
                words,
                "unit",
                "",
                "advice",
                "");
        assertThat(answer.statusCode()).as(step + "\n" + answer.body()).isEqualTo(302);
        return who.get(page).body();
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) throw new AssertionError("no " + pattern + " in\n" + body);
        return matcher.group(1);
    }
}
