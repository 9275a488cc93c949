package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diaodu.server.registry.RegisterEntry;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of one return over the pages: filed by a clerk, queried, answered, accepted. */
class ReturnPagesTest extends PlatformTest {

    @Autowired
    RegisterLoading register;

    @Autowired
    ReturnDesk desk;

    @Autowired
    Items items;

    private long enterprise(int year) {
        List<RegisterEntry> one =
                SampleReturns.enterprises(1, TestProvince.COUNTY, YearMonth.of(year, 1), YearMonth.of(year + 1, 1));
        asSystem(() -> register.load(one));
        return asSystem(() -> jdbc.sql("select id from enterprise where credit_code = :code")
                .param("code", one.getFirst().creditCode())
                .query(Long.class)
                .single());
    }

    private Map<String, String> form(double output) {
        return new LinkedHashMap<>(FormFields.of(items.all(), Figures.of(SampleReturns.figures(output, 1))));
    }

    private static String[] pairs(Map<String, String> form, String... more) {
        return Stream.concat(
                        form.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue())),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void aReturnIsFiledQueriedAnsweredAndAccepted() {
        long id = enterprise(2010);
        String path = "/returns/" + id + "/2010-01..2010-02";
        Visit clerk = visit(province.clerk(id, TestProvince.COUNTY));
        Visit analyst = visit("analyst-230102");
        assertThat(clerk.get(path).body()).contains("return-form");
        assertThat(clerk.post(path + "/draft", pairs(form(1000))).body()).contains("hint-gross_output");
        var checked = clerk.post(path + "/check", pairs(form(1000)));
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("核对您填写的内容");
        assertThat(clerk.post(path, pairs(form(1000), "key", "one")).statusCode())
                .isEqualTo(302);
        assertThat(clerk.post(path, pairs(form(1000), "key", "one")).statusCode())
                .isEqualTo(302);
        ReturnView filed = view(id);
        assertThat(filed.versions()).hasSize(1);
        assertThat(filed.draft()).isNull();
        String version = Integer.toString(filed.versions().getFirst().rowVersion());
        assertThat(analyst.get(path).body()).contains("发出查询");
        assertThat(analyst.post(path + "/query", "version", version, "item", "profit", "question", "利润为何不变？")
                        .statusCode())
                .isEqualTo(302);
        assertThat(view(id).state()).isEqualTo(ReturnState.QUERIED);
        assertThat(analyst.post(path + "/accept", "version", version).statusCode())
                .isEqualTo(409);
        assertThat(clerk.get(path).body()).contains("利润为何不变？");
        assertThat(clerk.get("/notices").body()).contains("有一处查询待答复").contains("利润为何不变？");
        String query = Long.toString(view(id).queries().getFirst().id());
        assertThat(clerk.post(path + "/answer", "query", query, "answer", "订单稳定")
                        .statusCode())
                .isEqualTo(302);
        assertThat(view(id).state()).isEqualTo(ReturnState.ANSWERED);
        assertThat(analyst.get("/notices").body()).contains("答复了").contains("订单稳定");
        assertThat(clerk.post(path, pairs(form(1100), "key", "two")).statusCode())
                .isEqualTo(302);
        assertThat(view(id).versions()).hasSize(2);
        assertThat(clerk.get(path + "/compare").body()).contains("diff-added");
        String now = Integer.toString(view(id).versions().getFirst().rowVersion());
        assertThat(analyst.post(path + "/accept", "version", now).statusCode()).isEqualTo(302);
        assertThat(view(id).state()).isEqualTo(ReturnState.ACCEPTED);
        assertThat(clerk.post(path, pairs(form(1200), "key", "three")).statusCode())
                .isEqualTo(409);
    }

    private ReturnView view(long id) {
        return asSystem(() -> desk.view(id, Period.janFeb(2010)));
    }

    @Test
    void whatMustHoldComesBackWithTheFieldsMarkedAndNothingFiled() {
        long id = enterprise(2011);
        Visit clerk = visit(province.clerk(id, TestProvince.COUNTY));
        Map<String, String> form = form(1000);
        form.put("export_value.month", "９９，９９９");
        form.put("profit.month", "约一百");
        var answer = clerk.post("/returns/" + id + "/2011-01..2011-02", pairs(form, "key", "k"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("error-summary", "#profit.month", "约一百", "#export_value.month");
        assertThat(asSystem(() -> desk.view(id, Period.janFeb(2011))).filing()).isNull();
    }
}
