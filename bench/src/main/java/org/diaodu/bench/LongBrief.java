package org.diaodu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.Fact.Chart;
import org.diaodu.bulletin.brief.Fact.Figure;

/** Made-up facts for a brief of about twelve pages: every kind of chart, tables over several pages, long paragraphs. */
final class LongBrief {

    static final int CHARTS = 8;

    private static final int PARTS = 13;
    private static final int INDUSTRIES = 38;
    private static final int PARAGRAPHS = 12;

    private LongBrief() {}

    static String template() {
        var text = new StringBuilder("标题：一季度规模以上工业经济运行情况\n# 总体情况\n增加值同比{增速|增长}，{对照|高于 全国平均水平}。\n");
        for (int i = 0; i < PARAGRAPHS; i++) {
            text.append("# 第").append(i + 1).append("部分\n其中，{每个 行业：{名称}{增速|增长}、{贡献|拉动}}。\n");
            if (i < CHARTS) text.append("!图 图").append(i).append("｜增加值{增速|增长}\n");
            if (i % 4 == 0) text.append("!表 分行业｜分行业增速和拉动\n");
        }
        return text.toString();
    }

    static Map<String, Fact> facts() {
        var random = new Random(7);
        Map<String, Fact> facts = new LinkedHashMap<>();
        Figure growth = figure(8.13, "%", 0);
        facts.put("增速", growth);
        facts.put("对照", new Fact.Pair(growth, figure(6.5, "%", 1)));
        List<Map<String, Fact>> rows = new ArrayList<>();
        List<List<Fact>> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < INDUSTRIES; i++) {
            String name = "第" + (i + 1) + "个行业制造业";
            Figure pull = figure(random.nextGaussian(), "个百分点", i);
            Figure grown = figure(random.nextGaussian() * 9, "%", i);
            if (i < 6) rows.add(Map.of("名称", new Fact.Text(name), "增速", grown, "贡献", pull));
            lines.add(List.of(new Fact.Text(name), grown, pull));
            if (i < PARTS) {
                names.add(name);
                values.add(pull.exact().doubleValue());
            }
        }
        facts.put("行业", new Fact.Rows(rows));
        facts.put("分行业", new Fact.Table(List.of("行业", "增速（%）", "拉动（百分点）"), lines, ""));
        Chart.Kind[] kinds = Chart.Kind.values();
        for (int i = 0; i < CHARTS; i++) {
            facts.put(
                    "图" + i,
                    new Chart(
                            kinds[i % kinds.length], "%", names, List.of(new Chart.Series("增速", List.copyOf(values)))));
        }
        return facts;
    }

    private static Figure figure(double value, String unit, int at) {
        return Figure.of(value, 1, unit, "/growth?by=industry&at=" + at);
    }
}
