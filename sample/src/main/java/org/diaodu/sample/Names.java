package org.diaodu.sample;

import java.util.HashMap;
import java.util.Map;

/** Made-up company names: place, a two-character word that no other enterprise of the place has, business, 示例. */
final class Names {
    private static final String FIRST = "宏鑫瑞恒盛泰昌隆德润丰华兴安和嘉北龙金银天海远东方新大鸿福庆祥顺达诚信义博雅卓凯冠翔鹏云峰松林江河源沃绿禾穗";
    private static final String SECOND = "源达盛丰泰和兴旺发成业强力通联创益康健美佳诚信宇航锐坤辰阳升腾飞跃进展铭轩朗润泽森茂荣昊晟睿煜";
    private static final int WORDS = FIRST.length() * SECOND.length();

    private final Draws draws;
    private final Map<String, Integer> used = new HashMap<>();

    Names(Draws draws) {
        this.draws = draws;
    }

    String next(int index, String place, String business, boolean large) {
        int turn = used.merge(place, 1, Integer::sum) - 1;
        int word = (int) Math.floorMod(turn % WORDS * 1009L + draws.seed() + place.hashCode(), (long) WORDS);
        String round = turn < WORDS ? "" : String.valueOf(FIRST.charAt(turn / WORDS % FIRST.length()));
        return place + FIRST.charAt(word / SECOND.length()) + SECOND.charAt(word % SECOND.length()) + round + business
                + form(index, large) + "（示例）";
    }

    private String form(int index, boolean large) {
        double draw = draws.uniform(Trait.NAME, index, 0);
        if (large && draw < 0.3) {
            return "集团有限公司";
        }
        return draw < 0.72 ? "有限公司" : draw < 0.92 ? "有限责任公司" : "股份有限公司";
    }
}
