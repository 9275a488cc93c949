package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.diaodu.server.access.Denied;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.SampleFiles;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Below the pages: whose cases, measures and timelines PostgreSQL shows to whom. */
class CaseScopeTest extends PlatformTest {

    private static final MeasureForm OF_HARBIN =
            new MeasureForm("协调铁路车皮", "GX-230100", List.of("GX-230102"), "2099-05-31", "");
    private static final MeasureForm OF_THE_PROVINCE =
            new MeasureForm("落实用电直接交易", "JT-230000", List.of(), "2099-05-31", "");

    @Autowired
    FallingProvince falling;

    @Autowired
    CaseOpening opening;

    @Autowired
    PlanSteps plan;

    @Autowired
    Cases cases;

    @Autowired
    CaseSteps steps;

    @Autowired
    Attachments attachments;

    private FallingProvince.Made made = new FallingProvince.Made(org.diaodu.standards.Period.month(2060, 3), List.of());
    private String number = "";
    private String clerk = "";

    /** One case in 230102 with two measures, of which the first is shared with the enterprise. */
    @BeforeEach
    void aCase() {
        made = falling.make(9);
        long enterprise = made.ids().getFirst();
        province.as("dispatcher-230000", () -> opening.open(made.period(), made.ids(), "GX-230000"));
        clerk = province.clerk(enterprise, "230102");
        number = asSystem(() -> cases.ofEnterprise(enterprise).getFirst().number());
        province.as("dispatcher-230000", () -> {
            plan.add(number, 0, OF_HARBIN);
            plan.add(number, 1, OF_THE_PROVINCE);
            Measure first = asSystem(() -> cases.measures(cases.get(number)).getFirst());
            return plan.share(number, first.id(), first.version(), true);
        });
    }

    @Test
    void theCountySeesItsOwnAndTheCityAndTheProvinceAllBelow() {
        assertThat(casesSeenBy("analyst-230000")).isEqualTo(6);
        assertThat(casesSeenBy("leader-230100")).isEqualTo(4);
        assertThat(casesSeenBy("dispatcher-230102")).isEqualTo(2);
        assertThat(casesSeenBy("analyst-230202")).isEqualTo(2);
    }

    @Test
    void anOfficerSeesWhatTheUnitLeadsOwnsOrHelpsWith() {
        assertThat(casesSeenBy("officer-230000")).isEqualTo(6);
        assertThat(casesSeenBy("officer-230100")).isEqualTo(1);
        assertThat(casesSeenBy("officer-230102")).isEqualTo(1);
        assertThat(casesSeenBy("officer-230103")).isZero();
        assertThat(measuresSeenBy("officer-230000")).isEqualTo(2);
        assertThat(measuresSeenBy("officer-230100")).isEqualTo(1);
        assertThat(measuresSeenBy("officer-230102")).isEqualTo(1);
        assertThat(eventsSeenBy("officer-230000")).isEqualTo(4);
        assertThat(eventsSeenBy("officer-230100"))
                .as("opened, and the two steps of the own measure")
                .isEqualTo(3);
    }

    @Test
    void aClerkSeesOnlyWhatIsSharedOfTheOwnEnterprise() {
        assertThat(casesSeenBy(clerk)).isZero();
        assertThat(eventsSeenBy(clerk)).isZero();
        assertThat(measuresSeenBy(clerk)).isEqualTo(1);
        assertThat(measuresSeenBy(province.clerk(made.ids().get(9 - 1), "230202")))
                .isZero();
    }

    @Test
    void nobodyElseSeesAnything() {
        for (String user : List.of("system-admin-230000", "security-admin-230000", "audit-admin-230000")) {
            assertThat(casesSeenBy(user)).isZero();
            assertThat(measuresSeenBy(user)).isZero();
            assertThat(eventsSeenBy(user)).isZero();
        }
    }

    @Test
    void aHelperReadsAndDoesNotWrite() {
        Measure first = asSystem(() -> cases.measures(cases.get(number)).getFirst());
        assertThat(inScopeOf(
                        "officer-230102",
                        () -> jdbc.sql("update dispatch_measure set progress_pct = 5 where id = :id")
                                .param("id", first.id())
                                .update()))
                .isZero();
        assertThatThrownBy(() ->
                        province.as("officer-230102", () -> plan.progress(number, first.id(), first.version(), 5, "")))
                .hasMessageContaining("DC20");
    }

    @Test
    void theEnterpriseShowsWhatWasDoneOnASharedMeasureWhileItIsCarriedOut() {
        long shared =
                asSystem(() -> cases.measures(cases.get(number)).getFirst().id());
        long hidden = asSystem(() -> cases.measures(cases.get(number)).getLast().id());
        assertThatThrownBy(() -> evidence(shared)).as("not agreed yet").isInstanceOf(Denied.class);
        province.as("dispatcher-230000", () -> steps.step(number, version(), Verb.PROPOSE, ""));
        province.as("leader-230000", () -> steps.step(number, version(), Verb.AGREE, ""));
        Visit page = visit(clerk);
        assertThat(page.get("/dispatch/mine").body()).contains("协调铁路车皮", "佐证材料", "data-send");
        Attachment photo = evidence(shared);
        assertThat(page.get("/dispatch/mine").body()).contains("到货照片.jpg", "/attachments/" + photo.id() + "/thumbnail");
        CaseEvent told = asSystem(() -> cases.timeline(cases.get(number))).getLast();
        assertThat(told.kind()).isEqualTo("FILE_ADD");
        assertThat(told.measureId()).isEqualTo(shared);
        assertThat(told.actor()).isEqualTo(clerk);
        assertThat(told.actorUnit()).startsWith("示例");
        assertThat(visit("officer-230100").get("/notices").body()).contains("调度单 " + number + "：企业提交了措施佐证");
        assertThat(visit("officer-230100").get("/attachments/" + photo.id()).statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> evidence(hidden)).as("not shared").isInstanceOf(Problem.class);
        String other = province.clerk(made.ids().get(9 - 1), "230202");
        assertThat(visit(other).get("/attachments/" + photo.id()).statusCode()).isEqualTo(404);
        province.as(clerk, () -> {
            attachments.remove(photo.id());
            return true;
        });
        assertThat(asSystem(() -> cases.timeline(cases.get(number))).getLast().kind())
                .isEqualTo("FILE_REMOVE");
    }

    private Attachment evidence(long measure) {
        byte[] photo = SampleFiles.photo(40, 30, Color.GREEN);
        return province.as(
                clerk, () -> attachments.add("measure", measure, "到货照片.jpg", () -> new ByteArrayInputStream(photo)));
    }

    private int version() {
        return asSystem(() -> cases.get(number).version());
    }

    private long casesSeenBy(String user) {
        return seen(user, "select count(*) from dispatch_case where period = :p");
    }

    private long measuresSeenBy(String user) {
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from dispatch_measure where enterprise_id = any(:ids)")
                        .param("ids", made.ids().toArray(Long[]::new))
                        .query(Long.class)
                        .single());
    }

    private long eventsSeenBy(String user) {
        long id = asSystem(() -> cases.get(number).id());
        return inScopeOf(
                user,
                () -> jdbc.sql("select count(*) from dispatch_event where case_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single());
    }

    private long seen(String user, String sql) {
        return inScopeOf(
                user,
                () -> jdbc.sql(sql)
                        .param("p", made.period().iso())
                        .query(Long.class)
                        .single());
    }
}
