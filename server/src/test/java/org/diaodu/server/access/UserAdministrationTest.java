package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;

class UserAdministrationTest extends PlatformTest {

    private static final Pattern FIRST_PASSWORD = Pattern.compile("<code>([^<]+)</code>");

    @Test
    void aNewUserSignsInWithTheFirstPasswordAndMustChangeIt() {
        String name = "new-" + System.nanoTime();
        String password = made(visit("security-admin-230100"), name, "ANALYST", "230102");
        Visit user = Visit.signedIn(url(""), name, password);
        assertThat(location(user.get("/"))).endsWith("/account?first");
        user.get("/account");
        assertThat(user.post("/account/password", "old", password, "fresh", "short", "again", "short")
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(user.post(
                        "/account/password", "old", password, "fresh", "river-otter-88", "again", "river-otter-88")))
                .endsWith("/account");
        assertThat(location(user.get("/"))).endsWith("/cockpit");
    }

    @Test
    void aUserOutsideTheOwnUnitIsNeitherSeenNorMade() {
        Visit admin = visit("security-admin-230100");
        assertThat(admin.get("/admin/users?q=analyst").body())
                .contains("analyst-230102")
                .doesNotContain("analyst-230200")
                .doesNotContain("analyst-230000");
        assertThat(admin.get("/admin/users/" + province.id("analyst-230200")).statusCode())
                .isEqualTo(404);
        var answer = admin.post(
                "/admin/users",
                "name",
                "foreign",
                "displayName",
                "外",
                "unit",
                "230200",
                "roles",
                "ANALYST",
                "reason",
                "test");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("不在您的管理范围内");
    }

    @Test
    void anAdministratorsRoleTakesASecondAdministrator() {
        Visit first = visit("security-admin-230100");
        String name = "audit-" + System.nanoTime();
        made(first, name, "AUDIT_ADMIN", "230100");
        assertThat(roles(name)).isEmpty();
        String request = request(name);
        assertThat(first.post("/admin/role-requests/" + request, "approve", "true")
                        .statusCode())
                .isEqualTo(403);
        assertThat(roles(name)).isEmpty();
        Visit second = visit("security-admin-230000");
        second.get("/admin/users");
        assertThat(second.post("/admin/role-requests/" + request, "approve", "true")
                        .statusCode())
                .isEqualTo(302);
        assertThat(roles(name)).isEqualTo("AUDIT_ADMIN");
        assertThat(second.post("/admin/role-requests/" + request, "approve", "true")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aSecurityAdministratorCannotChangeTheOwnAccount() {
        Visit admin = visit("security-admin-230100");
        String own = "/admin/users/" + province.id("security-admin-230100");
        admin.get(own);
        assertThat(admin.post(
                                own,
                                "version",
                                "0",
                                "displayName",
                                "我",
                                "unit",
                                "230100",
                                "roles",
                                "ANALYST",
                                "reason",
                                "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post(own + "/password").statusCode()).isEqualTo(403);
        assertThat(admin.post(own + "/enabled", "enabled", "false").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aStaleSaveShowsBothVersionsAndLosesNeither() {
        Visit admin = visit("security-admin-230100");
        String name = "stale-" + System.nanoTime();
        made(admin, name, "ANALYST", "230102");
        String path = "/admin/users/" + id(name);
        assertThat(saved(admin, path, "第一版").statusCode()).isEqualTo(302);
        var stale = saved(admin, path, "第二版");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("第一版").contains("第二版");
    }

    @Test
    void ofTwoSavesAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Visit admin = visit("security-admin-230100");
        String name = "race-" + System.nanoTime();
        made(admin, name, "ANALYST", "230102");
        String path = "/admin/users/" + id(name);
        Callable<Integer> save = () -> saved(admin, path, "同时").statusCode();
        assertThat(atOnce(save)).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void aDoubleClickMakesOneUser() throws Exception {
        Visit admin = visit("security-admin-230100");
        admin.get("/admin/users/new");
        String name = "double-" + System.nanoTime();
        Callable<Integer> click = () -> admin.post(
                        "/admin/users",
                        "name",
                        name,
                        "displayName",
                        name,
                        "unit",
                        "230102",
                        "roles",
                        "ANALYST",
                        "reason",
                        "x")
                .statusCode();
        assertThat(atOnce(click)).contains(302).containsAnyOf(409, 422);
        assertThat(id(name)).isPositive();
    }

    @Test
    void aDisabledUserIsOutWithTheNextClick() {
        Visit admin = visit("security-admin-230100");
        String name = "gone-" + System.nanoTime();
        String password = made(admin, name, "LEADER", "230102");
        Visit user = Visit.signedIn(url(""), name, password);
        assertThat(user.get("/account").statusCode()).isEqualTo(200);
        admin.post("/admin/users/" + id(name) + "/enabled", "enabled", "false", "reason", "left");
        assertThat(location(user.get("/account"))).endsWith("/sign-in");
    }

    @Test
    void rolesThatMustNotMeetDoNot() {
        Visit admin = visit("security-admin-230000");
        admin.get("/admin/users/new");
        var answer = admin.post(
                "/admin/users",
                "name",
                "mixed-one",
                "displayName",
                "兼",
                "unit",
                "230000",
                "roles",
                "SYSTEM_ADMIN",
                "roles",
                "AUDIT_ADMIN",
                "reason",
                "test");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("不能兼任");
    }

    @Test
    void everyChangeOfAUserIsInTheAuditLogWithWhoAndWhy() {
        String name = "told-" + System.nanoTime();
        made(visit("security-admin-230100"), name, "ANALYST", "230102");
        assertThat(asSystem(() -> jdbc.sql("""
                        select actor_name || ' ' || reason || ' ' || origin from audit_entry
                        where action = 'user.create' and subject_id = :id
                        """)
                        .param("id", "" + id(name))
                        .query(String.class)
                        .single()))
                .isEqualTo("security-admin-230100 测试 127.0.0.1");
    }

    private static List<Integer> atOnce(Callable<Integer> click) throws Exception {
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Integer>();
            for (var answer : clicks.invokeAll(List.of(click, click))) answers.add(answer.get());
            return answers;
        }
    }

    private String made(Visit admin, String name, String role, String unit) {
        admin.get("/admin/users/new");
        var answer = admin.post(
                "/admin/users", "name", name, "displayName", name, "unit", unit, "roles", role, "reason", "测试");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var shown = FIRST_PASSWORD.matcher(
                admin.get(location(answer).replace(url(""), "")).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private java.net.http.HttpResponse<String> saved(Visit admin, String path, String displayName) {
        return admin.post(
                path, "version", "0", "displayName", displayName, "unit", "230102", "roles", "ANALYST", "reason", "改名");
    }

    private String request(String name) {
        return asSystem(() -> jdbc.sql("select id::text from role_request where account = :id and state = 'ASKED'")
                .param("id", id(name))
                .query(String.class)
                .single());
    }

    private long id(String name) {
        return asSystem(() -> jdbc.sql("select id from account where name = :name")
                .param("name", name)
                .query(Long.class)
                .single());
    }

    private String roles(String name) {
        return asSystem(
                () -> jdbc.sql("select coalesce(string_agg(role, ','), '') from account_role where account = :id")
                        .param("id", id(name))
                        .query(String.class)
                        .single());
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
