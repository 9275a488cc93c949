package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a leader brings to an enterprise and back: visits, policies explained, and who waits for a visit. */
class VisitsTest extends PairingDesk {

    @Autowired
    Coverage coverage;

    @Autowired
    VisitCounts counts;

    @Autowired
    Explanations explanations;

    @Test
    void aVisitSentTwiceIsLoggedOnceAndWhatCameOfItIsTickedOffOnce() {
        long mine = paired.enterprises("230102", SizeClass.SMALL, 1).getFirst();
        long self = paired.leaderOf("leader-230102", "230102");
        as("dispatcher-230102", () -> steps.assign(mine, 0, self, "分工"));
        VisitForm form = form("总经理 👷", "=HYPERLINK(\"x\") <script>", "核实供气计划");
        assertThat(as("leader-230102", () -> visits.log(mine, form)))
                .isEqualTo(as("leader-230102", () -> visits.log(mine, form)));
        var seen = as("leader-230102", () -> visits.of(mine));
        assertThat(seen).hasSize(1);
        FollowUp one = seen.getFirst().followUps().getFirst();
        assertThat(as("leader-230102", () -> visits.finish(mine, one.id(), one.version(), " ")))
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(as("leader-230102", () -> visits.finish(mine, one.id(), one.version(), "已答复")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as("leader-230102", () -> visits.finish(mine, one.id(), one.version(), "再答")))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(as("leader-230102", () -> visits.log(mine, form("", "", ""))))
                .isEqualTo(
                        new Visits.Logged.Faulty(Map.of("met", "pairing.fault.met", "notes", "pairing.fault.notes")));
        var tomorrow = new VisitForm(
                UUID.randomUUID().toString(), clock.today().plusDays(1).toString(), "x", "y".repeat(4001), "", "soon");
        assertThat(((Visits.Logged.Faulty) as("leader-230102", () -> visits.log(mine, tomorrow))).faults())
                .containsKeys("day", "notes", "due");
    }

    @Test
    void anExplanationReachesTheEnterpriseOnceAndNobodyElses() {
        List<Long> two = paired.enterprises("230102", SizeClass.SMALL, 2);
        long mine = two.getFirst();
        long self = paired.leaderOf("leader-230102", "230102");
        String clerk = province.clerk(mine, "230102");
        String other = province.clerk(two.getLast(), "230102");
        as("dispatcher-230102", () -> steps.assign(mine, 0, self, "分工"));
        String form = UUID.randomUUID().toString();
        Supplier<Outcome> send =
                () -> explanations.send(mine, form, "留抵退税", "符合条件的可申请退税。", "https://example.gov.cn/tax");
        assertThat(as("leader-230102", send)).isInstanceOf(Outcome.Done.class);
        assertThat(as("leader-230102", send)).isInstanceOf(Outcome.Done.class);
        Visit page = visit(clerk);
        assertThat(page.get("/pairing/ours").body())
                .containsOnlyOnce("<h3>留抵退税</h3>")
                .contains("领导leader-230102", "https://example.gov.cn/tax");
        assertThat(page.get("/notices").body()).containsOnlyOnce("政策解读：留抵退税");
        assertThat(visit(other).get("/pairing/ours").body()).doesNotContain("留抵退税");
        assertThat(as("leader-230102", () -> explanations.send(mine, form, "x", "y", "javascript:alert(1)")))
                .isEqualTo(Outcome.fault("link", "pairing.fault.link"));
    }

    @Test
    void coverageCountsFromTheLastVisitOrFromThePairing() {
        List<Long> three = paired.enterprises("230202", SizeClass.SMALL, 3);
        long self = paired.leaderOf("leader-230202", "230202");
        as(
                "dispatcher-230202",
                () -> three.stream().map(id -> steps.assign(id, 0, self, "分工")).toList());
        LocalDate today = clock.today();
        asSystem(() -> jdbc.sql("update pairing set since = :since where enterprise_id = any(:ids)")
                .param("since", today.minusDays(100))
                .param("ids", three.toArray(Long[]::new))
                .update());
        logged(three.get(0), today.minusDays(10));
        logged(three.get(1), today.minusDays(60));
        Coverage.Line line = as("leader-230202", () -> coverage.byLeader(60)).stream()
                .filter(one -> one.key().equals("" + self))
                .findFirst()
                .orElseThrow();
        assertThat(line.enterprises()).isEqualTo(3);
        assertThat(line.never()).isEqualTo(1);
        assertThat(line.overdue()).as("60 and 100 days").isEqualTo(2);
        assertThat(line.oldest()).isEqualTo(today.minusDays(100));
        var list = new PairingFilter("", "230202", "", "" + self, "true", "60", "");
        assertThat(as("leader-230202", () -> enterprises.first(Selection.of(list), 50)).stream()
                        .map(PairedEnterprise::id))
                .containsExactly(three.get(2), three.get(1));
        logged(three.get(0), today);
        List<CockpitTile> tiles =
                as("leader-230202", () -> counts.tiles(Callers.current().ownUnit()));
        assertThat(tiles).extracting(CockpitTile::key).containsExactly("visited", "unvisited");
        assertThat(tiles.getLast().figure()).isGreaterThanOrEqualTo(100);
        for (CockpitTile tile : tiles) {
            String shown = visit("leader-230202").get(tile.href()).body();
            if (tile.key().equals("visited")) assertThat(shown).contains("共 " + tile.figure() + " 家");
            else assertThat(shown).contains("<td class=\"num\">" + tile.figure() + "</td>");
        }
        assertThat(as("leader-230103", () -> counts.tiles(Callers.current().ownUnit()))
                        .getFirst()
                        .note())
                .as("another county counts its own")
                .isNotEqualTo(tiles.getFirst().note());
    }

    private void logged(long enterprise, LocalDate day) {
        var form = new VisitForm(UUID.randomUUID().toString(), day.toString(), "厂长", "正常", "", "");
        as("leader-230202", () -> visits.log(enterprise, form));
    }
}
