package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.Fact.Chart;
import org.diaodu.bulletin.brief.Fact.Chart.Kind;
import org.diaodu.bulletin.brief.Fact.Figure;

/** A made-up quarter of a made-up province, with all a brief can have. */
final class ExampleFacts {

    static final Masthead MASTHEAD = new Masthead("工业经济运行简报", "2022年第4期", "示例省工业和信息化厅", "2022年4月20日", "内部资料　注意保存");

    private static final List<String> CITIES =
            List.of("甲江市", "乙山市", "丙河市", "丁岭市", "戊城市", "己州市", "庚阳市", "辛安市", "壬原市", "癸林市", "子海市", "丑口市", "寅关市");
    private static final double[] CITY_GROWTH = {9.4, 12.1, -3.2, 5.0, 7.7, 0.2, -1.4, 8.8, 15.3, 4.1, -6.6, 2.9, 3.3};
    private static final double[] CITY_PULL = {
        3.31, 1.94, -0.28, 0.61, 0.92, 0.01, -0.09, 0.83, 0.77, 0.24, -0.31, 0.11, 0.07
    };
    private static final List<String> INDUSTRIES = List.of(
            "煤炭开采和洗选业",
            "石油和天然气开采业",
            "农副食品加工业",
            "化学原料和化学制品制造业",
            "医药制造业",
            "黑色金属冶炼和压延加工业",
            "通用设备制造业",
            "专用设备制造业",
            "汽车制造业",
            "电气机械和器材制造业",
            "计算机、通信和其他电子设备制造业",
            "电力、热力生产和供应业");
    private static final double[] INDUSTRY_GROWTH = {6.1, 2.2, 11.5, 9.9, -4.8, -7.4, 18.2, 21.0, 3.6, 16.9, 12.4, 5.5};
    private static final double[] INDUSTRY_PULL = {
        0.55, 0.38, 1.72, 0.98, -0.41, -0.66, 1.35, 1.61, 0.22, 1.02, 0.64, 0.73
    };

    private ExampleFacts() {}

    static Map<String, Fact> all() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        Figure growth = percent(8.13, "/growth?period=2022-01..2022-03");
        Figure month = percent(10.34, "/growth?period=2022-03");
        facts.put("期间", new Fact.Text("一季度"));
        facts.put("地区", new Fact.Text("全省"));
        facts.put("月份", new Fact.Text("3月份"));
        facts.put("上月", new Fact.Text("比1—2月份"));
        facts.put("增速", growth);
        facts.put("当月增速", month);
        facts.put("增速与全国", new Fact.Pair(growth, percent(6.5, "/sources#nation")));
        facts.put("增速与生产总值", new Fact.Pair(growth, percent(5.4, "/sources#gdp")));
        facts.put("当月增速与上月", new Fact.Pair(month, percent(6.91, "/growth?period=2022-01..2022-02")));
        facts.put("目标", percent(7.5, "/sources#targets"));
        facts.put("增速与目标", new Fact.Pair(growth, percent(7.5, "/sources#targets")));
        facts.put("行业数", Figure.count(38, "个", "/growth?by=industry"));
        facts.put("增长行业数", Figure.count(27, "个", "/growth?by=industry"));
        facts.put("增长面", percent(71.05, "/growth?by=industry"));
        facts.put("行业上拉", rows(INDUSTRIES, INDUSTRY_GROWTH, INDUSTRY_PULL, true));
        facts.put("行业下拉", rows(INDUSTRIES, INDUSTRY_GROWTH, INDUSTRY_PULL, false));
        facts.put("地区上拉", rows(CITIES, CITY_GROWTH, CITY_PULL, true));
        facts.put("地区下拉", rows(CITIES, CITY_GROWTH, CITY_PULL, false));
        facts.put("分行业", table("行业", INDUSTRIES, INDUSTRY_GROWTH, INDUSTRY_PULL, growth));
        facts.put("分地区", table("地区", CITIES, CITY_GROWTH, CITY_PULL, growth));
        facts.put("在办调度单", Figure.count(46, "件", "/dispatch/cases?state=OPEN"));
        facts.put("销号调度单", Figure.count(31, "件", "/dispatch/cases?state=SIGNED_OFF"));
        facts.put("逾期措施", Figure.count(5, "项", "/dispatch/cases?late=true"));
        facts.put("走势", trend());
        facts.put(
                "对照",
                new Chart(
                        Kind.COLUMNS,
                        "%",
                        List.of("全省工业", "全国工业", "全省生产总值"),
                        List.of(new Chart.Series("增速", List.of(8.13, 6.5, 5.4)))));
        facts.put("行业贡献", bars("个百分点", INDUSTRIES, INDUSTRY_PULL));
        facts.put("地区贡献", bars("个百分点", CITIES, CITY_PULL));
        facts.put("行业增速", bars("%", INDUSTRIES, INDUSTRY_GROWTH));
        facts.put("地区增速", bars("%", CITIES, CITY_GROWTH));
        facts.put("调度分地区", counts(CITIES, 9, 4, 7, 3, 2, 5, 1, 3, 2, 4, 3, 2, 1));
        facts.put("诉求分地区", counts(CITIES, 21, 14, 8, 6, 9, 4, 3, 7, 5, 2, 6, 3, 1));
        return facts;
    }

    private static Figure percent(double value, String address) {
        return Figure.of(value, 1, "%", address);
    }

    private static Fact.Rows rows(List<String> names, double[] growth, double[] pull, boolean up) {
        List<Map<String, Fact>> rows = new ArrayList<>();
        for (int i = 0; i < names.size() && rows.size() < 3; i++) {
            if (up ? pull[i] < 0.9 : pull[i] > -0.05) continue;
            rows.add(Map.of(
                    "名称", new Fact.Text(names.get(i)),
                    "增速", percent(growth[i], "/growth?at=" + i),
                    "贡献", Figure.of(pull[i], 1, "个百分点", "/growth?at=" + i)));
        }
        return new Fact.Rows(rows);
    }

    private static Fact.Table table(String head, List<String> names, double[] growth, double[] pull, Figure total) {
        List<List<Fact>> rows = new ArrayList<>();
        List<Figure> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Figure part = Figure.of(pull[i], 1, "个百分点", "/growth?at=" + i);
            parts.add(part);
            rows.add(List.of(new Fact.Text(names.get(i)), percent(growth[i], "/growth?at=" + i), part));
        }
        rows.add(List.of(new Fact.Text("合计"), total, total));
        return new Fact.Table(List.of(head, "增速（%）", "拉动（百分点）"), rows, Wording.rounding(parts, total));
    }

    private static Chart trend() {
        return new Chart(
                Kind.LINES,
                "%",
                List.of(
                        "2021-02", "2021-03", "2021-04", "2021-05", "2021-06", "2021-07", "2021-08", "2021-09",
                        "2021-10", "2021-11", "2021-12", "2022-02", "2022-03"),
                List.of(
                        new Chart.Series(
                                "累计",
                                Arrays.asList(19.2, 17.4, 14.0, 12.2, 11.0, 10.1, 9.2, 8.4, 7.9, 7.4, 7.3, 6.9, 8.1)),
                        new Chart.Series(
                                "当月",
                                Arrays.asList(19.2, 14.1, 8.0, 6.2, 5.5, 5.0, 4.4, null, -1.2, 3.3, 6.6, 6.9, 10.3))));
    }

    private static Chart bars(String unit, List<String> names, double[] values) {
        return new Chart(
                Kind.BARS,
                unit,
                names,
                List.of(new Chart.Series("拉动", Arrays.stream(values).boxed().toList())));
    }

    private static Chart counts(List<String> names, double... values) {
        return new Chart(
                Kind.COLUMNS,
                "件",
                names,
                List.of(new Chart.Series("件数", Arrays.stream(values).boxed().toList())));
    }
}
