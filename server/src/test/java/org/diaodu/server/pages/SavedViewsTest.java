package org.diaodu.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A view of a list is named, found again, renamed and deleted by whoever saved it, and by nobody else. */
class SavedViewsTest extends PlatformTest {

    private static final String OVERDUE = "/appeals?order=desc&overdue=true&q=%E6%96%AD%E4%BE%9B&sort=due";

    @Test
    void whatIsSavedIsFoundAgainOnItsListRenamedAndDeleted() {
        Visit analyst = visit("analyst-230200");
        HttpResponse<String> saved = analyst.post("/views", "name", " 超期的<b> ", "address", OVERDUE);
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith(OVERDUE);
        assertThat(analyst.get("/appeals").body())
                .contains("超期的&lt;b", "我的视图（1）", "href=\"" + OVERDUE.replace("&", "&amp;") + "\"");
        assertThat(analyst.get(OVERDUE).body()).contains("aria-current=\"true\">超期的");
        assertThat(analyst.get("/dispatch/cases").body()).as("another list").contains("我的视图（0）");
        assertThat(visit("analyst-230100").get("/appeals").body())
                .as("another person")
                .doesNotContain("超期的&lt;b");
        assertThat(visit("analyst-230100").get(OVERDUE).statusCode())
                .as("the address shows it to a colleague")
                .isEqualTo(200);
        long id = id(analyst, "超期的&lt;b(?:&gt;|>)");
        analyst.post("/views/" + id + "/name", "name", "断供超期");
        assertThat(analyst.get("/appeals").body()).contains("断供超期").doesNotContain("超期的&lt;b");
        assertThat(visit("analyst-230100")
                        .post("/views/" + id + "/name", "name", "别人的")
                        .statusCode())
                .isEqualTo(404);
        visit("analyst-230100").post("/views/" + id + "/deletion");
        assertThat(analyst.get("/appeals").body()).as("still there").contains("断供超期");
        assertThat(analyst.post("/views/" + id + "/deletion")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/appeals");
        assertThat(analyst.post("/views/" + id + "/deletion").statusCode())
                .as("a second click")
                .isEqualTo(302);
        assertThat(analyst.get("/appeals").body()).contains("我的视图（0）");
    }

    @Test
    void aNameStandsOnceOnAListAndOnEveryList() {
        Visit leader = visit("leader-230200");
        leader.post("/views", "name", "我的", "address", "/appeals?state=ALL");
        leader.post("/views", "name", "我的", "address", "/dispatch/cases?state=OPEN");
        leader.post("/views", "name", "我的", "address", "/appeals?state=taken");
        leader.post("/views", "name", "其他", "address", "/appeals");
        String list = leader.get("/appeals").body();
        assertThat(list)
                .contains("我的视图（2）", "href=\"/appeals?state=taken\"")
                .doesNotContain("href=\"/appeals?state=ALL\"");
        assertThat(leader.get("/dispatch/cases").body()).contains("我的视图（1）");
        HttpResponse<String> taken = leader.post("/views/" + id(leader, "其他") + "/name", "name", "我的");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("VW04", "我的");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/appeals",
                "https://evil.example/",
                "/appeals?q=<script>",
                "/appeals?q={x}",
                "/appeals\\..\\x",
                "appeals"
            })
    void whatIsNoAddressOfAListIsRefused(String address) {
        HttpResponse<String> refused = visit("analyst-230200").post("/views", "name", "x", "address", address);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("VW01");
    }

    @Test
    void aNameIsNeitherEmptyNorEndless() {
        Visit analyst = visit("analyst-230200");
        for (String name : new String[] {"  ", "长".repeat(81), "长".repeat(100_000)}) {
            HttpResponse<String> refused = analyst.post("/views", "name", name, "address", "/appeals");
            assertThat(refused.statusCode()).isBetween(400, 499);
        }
        assertThat(analyst.post("/views", "name", "㐂😀", "address", "/enterprises?q=%F0%9F%98%80")
                        .statusCode())
                .isEqualTo(302);
        assertThat(analyst.get("/enterprises").body()).contains("㐂😀");
    }

    /** The number of the last view of this name on the person's list of appeals. */
    private static long id(Visit visit, String name) {
        Matcher found = Pattern.compile(
                        "href=\"[^\"]*\"[^>]*>" + name + "</a>\\s*<form method=\"post\" action=\"/views/(\\d+)/")
                .matcher(visit.get("/appeals").body());
        assertThat(found.find()).as(name).isTrue();
        return Long.parseLong(found.group(1));
    }
}
