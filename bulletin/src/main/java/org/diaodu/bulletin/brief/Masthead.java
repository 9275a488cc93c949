package org.diaodu.bulletin.brief;

/**
 * What stands above a brief.
 *
 * @param name of the series: 工业经济运行简报
 * @param number of the issue: 2022年第4期; 草稿 before it is issued
 * @param issuer who issues it
 * @param date the day of issue as it is printed: 2022年4月25日
 * @param audience for whom it is: 内部资料 注意保存; empty for everybody
 */
public record Masthead(String name, String number, String issuer, String date, String audience) {}
