package org.diaodu.policy.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An example of each shape of benefit: small, whole, and with worked cases on both sides of every bound. Amounts are in 万元. */
public enum Example {
    /** The same for everybody who qualifies. */
    FIXED(
            List.of(
                    "绿色工厂认定: boolean | 工业和信息化厅 | 绿色工厂名单",
                    "认定年度: number(4,0) | 工业和信息化厅 | 绿色工厂名单",
                    "年度: number(4,0) | 财政局 | 预算年度"),
            List.of("绿色工厂认定", "认定年度"),
            List.of("true | 年度 - 1 | true"),
            Map.of("true", "100"),
            "上一年度认定为国家级绿色工厂的，一次性奖励 100 万元。",
            List.of(
                    "上年认定,true,2023,2024,true,100",
                    "前年认定,true,2022,2024,,",
                    "没有认定,false,2023,2024,,",
                    "是否认定未知,,2023,2024,,"),
            List.of("一次性: 终身")),
    /** A rate of a base, with a floor below which nothing is paid and a cap. */
    RATE(
            List.of("设备投资额: number(14,4) 万元 | 工业和信息化局 | 项目备案"),
            List.of("设备投资额"),
            List.of(">= 500 | true"),
            Map.of("true", "min(设备投资额 * 0.10, 200)"),
            "设备投资额 500 万元及以上的，按 10% 补助，最高 200 万元。",
            List.of(
                    "正好五百万,500,true,50",
                    "差一元,499.9999,,",
                    "一千二百万,1200,true,120",
                    "正好封顶,2000,true,200",
                    "超过封顶,5000,true,200",
                    "投资额未知,,,"),
            List.of("拨付:", "  - {节点: 开工, 比例: 60%}", "  - {节点: 投产验收, 比例: 40%}")),
    /** Progressive brackets: each part of the base at the rate of its bracket. */
    BRACKETS(
            List.of("研发投入: number(14,4) 万元 | 税务局 | 研发费用加计扣除申报"),
            List.of("研发投入"),
            List.of("> 0 | true"),
            Map.of("true", "min(研发投入, 100) * 0.10 + max(min(研发投入, 500) - 100, 0) * 0.05 + max(研发投入 - 500, 0) * 0.02"),
            "研发投入分段计补：100 万元以内的部分 10%，超过 100 万元至 500 万元的部分 5%，超过 500 万元的部分 2%。",
            List.of(
                    "第一段末,100,true,10",
                    "第二段中,300,true,20",
                    "第二段末,500,true,30",
                    "第三段,1000,true,40",
                    "没有投入,0,,",
                    "投入未知,,,"),
            List.of()),
    /** Steps: so much from a bound on, so much more for every full step beyond, a cap. */
    STEPS(
            List.of("本年产值: number(14,4) 万元 | 统计局 | 工业统计年报", "上年产值: number(14,4) 万元 | 统计局 | 工业统计年报"),
            List.of("本年产值 - 上年产值"),
            List.of(">= 3000 | true"),
            Map.of("true", "min(20 + floor((本年产值 - 上年产值 - 3000) / 2000) * 10, 500)"),
            "年产值比上年增加 3000 万元的，奖励 20 万元；每再增加 2000 万元，加奖 10 万元，不足 2000 万元的不计；最高 500 万元。",
            List.of(
                    "正好三千万,23000,20000,true,20",
                    "差一元,22999.9999,20000,,",
                    "第二阶差一元,24999.9999,20000,true,20",
                    "正好第二阶,25000,20000,true,30",
                    "正好封顶,119000,20000,true,500",
                    "超过封顶,220000,20000,true,500",
                    "减产,15000,20000,,",
                    "上年未知,29000,,,"),
            List.of("一次性: 每年")),
    /** Interest at the LPR of a day for some years. */
    INTEREST(
            List.of(
                    "入统日期: date | 统计局 | 固定资产投资统计",
                    "入统投资额: number(14,4) 万元 | 统计局 | 固定资产投资统计",
                    "一年期LPR: number(6,4) | 参数 lpr-1y | 入统日期"),
            List.of("入统投资额"),
            List.of(">= 2000 | true"),
            Map.of("true", "min(入统投资额 * 一年期LPR * 2, 2500)"),
            "纳入投资统计 2000 万元及以上的项目，按入统当日一年期 LPR 贴息两年，最高 2500 万元。",
            List.of(
                    "一亿元按3.7%,2022-03-20,10000,0.037,true,740",
                    "正好两千万,2022-03-20,2000,0.037,true,148",
                    "差一元,2022-03-20,1999.9999,0.037,,",
                    "封顶,2022-03-20,40000,0.037,true,2500",
                    "投资额未知,2022-03-20,,0.037,,"),
            List.of("一次性: 每项目", "分担: {省: 60%, 市县: 40%}")),
    /** A table by size, region or level. */
    TABLE(
            List.of("企业规模: string | 统计局 | 基本单位名录库", "参保人数: number(9,0) 人 | 社会保险局 | 社保缴费"),
            List.of("企业规模", "参保人数"),
            List.of("\"大型\" | >= 300 | \"大型\"", "\"中型\" | - | \"中型\"", "\"小型\", \"微型\" | - | \"小微\""),
            Map.of("大型", "30", "中型", "20", "小微", "10"),
            "稳定用工的，大型企业（参保 300 人及以上）奖励 30 万元，中型企业 20 万元，小微企业 10 万元。",
            List.of(
                    "大型三百人,大型,300,大型,30",
                    "大型差一人,大型,299,,",
                    "中型,中型,80,中型,20",
                    "小型,小型,20,小微,10",
                    "微型,微型,5,小微,10",
                    "大型人数未知,大型,,,",
                    "规模未知,,300,,"),
            List.of()),
    /** A share of what another level has granted. */
    SUPPLEMENT(
            List.of("省级奖励额: number(14,4) 万元 | 省工业和信息化厅 | 省级奖励公告"),
            List.of("省级奖励额"),
            List.of("> 0 | true"),
            Map.of("true", "min(省级奖励额 * 0.30, 300)"),
            "对获得省级首台（套）奖励的企业，按省级奖励额的 30% 配套，最高 300 万元。",
            List.of("省奖一百万,100,true,30", "正好封顶,1000,true,300", "超过封顶,2000,true,300", "没有省奖,0,,", "省奖未知,,,"),
            List.of("# 省级条款也在册内时，再写：配套: {条款: 省级条款的文件夹名, 比例: 30%, 封顶: 300 万元}")),
    /** The difference to a higher grade. */
    PROMOTION(
            List.of("现等级: string | 工业和信息化厅 | 智能制造名单", "已领等级奖励: number(14,4) 万元 | 财政局 | 拨付台账"),
            List.of("现等级", "已领等级奖励"),
            List.of("\"智能工厂\" | < 100 | \"智能工厂\"", "\"数字化车间\" | < 30 | \"数字化车间\""),
            Map.of("智能工厂", "100 - 已领等级奖励", "数字化车间", "30 - 已领等级奖励"),
            "认定为数字化车间的奖励 30 万元，认定为智能工厂的奖励 100 万元；由低等级升为高等级的，补足差额。",
            List.of(
                    "直接认定智能工厂,智能工厂,0,智能工厂,100",
                    "车间升工厂补差,智能工厂,30,智能工厂,70",
                    "已领足,智能工厂,100,,",
                    "认定车间,数字化车间,0,数字化车间,30",
                    "车间已领,数字化车间,30,,",
                    "没有等级,无,0,,",
                    "已领多少未知,智能工厂,,,"),
            List.of()),
    /** So much a year for several years, the later ones on a condition. */
    YEARLY(
            List.of(
                    "入规年度: number(4,0) | 统计局 | 规模以上企业名录库",
                    "年度: number(4,0) | 财政局 | 预算年度",
                    "仍在库: boolean | 统计局 | 规模以上企业名录库",
                    "营业收入增长: boolean | 统计局 | 工业统计年报"),
            List.of("年度 - 入规年度", "仍在库", "营业收入增长"),
            List.of("0 | - | - | \"第一年\"", "1 | true | - | \"第二年\"", "2 | true | true | \"第三年\""),
            Map.of("第一年", "10", "第二年", "20", "第三年", "30"),
            "新入规企业分三年奖励：入规当年 10 万元；第二年仍在库的 20 万元；第三年仍在库且营业收入增长的 30 万元。",
            List.of(
                    "入规当年,2023,2023,,,第一年,10",
                    "第二年仍在库,2023,2024,true,,第二年,20",
                    "第二年已退库,2023,2024,false,,,",
                    "第二年在库未知,2023,2024,,,,",
                    "第三年增长,2023,2025,true,true,第三年,30",
                    "第三年没有增长,2023,2025,true,false,,",
                    "第四年,2023,2026,true,true,,"),
            List.of("一次性: 每年")),
    /** A coefficient by qualification. */
    COEFFICIENT(
            List.of("研发投入: number(14,4) 万元 | 税务局 | 研发费用加计扣除申报", "企业资质: string | 工业和信息化厅 | 认定名单"),
            List.of("研发投入", "企业资质"),
            List.of(">= 100 | \"小巨人\" | \"一点五倍\"", ">= 100 | \"专精特新\" | \"一点二倍\"", ">= 100 | \"无\" | \"一倍\""),
            Map.of(
                    "一点五倍",
                    "min(研发投入 * 0.05 * 1.5, 300)",
                    "一点二倍",
                    "min(研发投入 * 0.05 * 1.2, 300)",
                    "一倍",
                    "min(研发投入 * 0.05, 300)"),
            "研发投入 100 万元及以上的，按 5% 补助；“小巨人”企业乘 1.5，专精特新中小企业乘 1.2；最高 300 万元。",
            List.of(
                    "小巨人,1000,小巨人,一点五倍,75",
                    "小巨人封顶,5000,小巨人,一点五倍,300",
                    "专精特新,1000,专精特新,一点二倍,60",
                    "没有资质,1000,无,一倍,50",
                    "差一元,99.9999,小巨人,,",
                    "资质未知,1000,,,"),
            List.of()),
    /** Rights and qualifications: conditions alone. */
    CONDITIONS(
            List.of(
                    "营业收入: number(14,4) 万元 | 统计局 | 工业统计年报",
                    "研发费用: number(14,4) 万元 | 税务局 | 研发费用加计扣除申报",
                    "严重失信: boolean | 发展改革委 | 信用名单"),
            List.of("严重失信", "营业收入", "研发费用 / 营业收入"),
            List.of("false | >= 2000 | >= 0.03 | true"),
            Map.of(),
            "没有严重失信，年营业收入 2000 万元及以上，研发费用占营业收入 3% 及以上。",
            List.of(
                    "正好两千万和百分之三,2000,60,false,true",
                    "收入差一元,1999.9999,60,false,",
                    "研发差一元,2000,59.9999,false,",
                    "严重失信,2000,60,true,",
                    "研发未知,2000,,false,"),
            List.of());

    private final DraftContent content;

    Example(
            List<String> facts,
            List<String> columns,
            List<String> rows,
            Map<String, String> amounts,
            String text,
            List<String> cases,
            List<String> terms) {
        List<DraftFact> read = facts.stream().map(DraftFact::parse).toList();
        this.content = new DraftContent(
                "万元",
                "UNIQUE",
                read,
                columns,
                rows.stream().map(row -> List.of(row.split("\\s*\\|\\s*"))).toList(),
                new TreeMap<>(amounts),
                text,
                cases,
                terms,
                ShippedFigures.of(read));
    }

    public DraftContent content() {
        return content;
    }
}
