package org.diaodu.bench;

import java.util.List;

/** A page somebody opens, and who may. */
record Visit(String kind, String path, String user) {

    static final String EMPTY = "the same server's health page";

    /** What analysts and leaders of three levels look at in a month; each list is opened at several addresses. */
    static final List<Visit> ROUND = List.of(
            new Visit("cockpit", "/cockpit", "governor"),
            new Visit("cockpit", "/cockpit?period=2022-03", "province"),
            new Visit("cockpit", "/cockpit?period=2021-01..2021-12", "province2"),
            new Visit("cockpit", "/cockpit?unit=230100", "harbin"),
            new Visit("cockpit", "/cockpit/wall", "governor"),
            new Visit("explore growth", "/growth?period=2022-01..2022-03&by=industry", "province"),
            new Visit("explore growth", "/growth?period=2022-03&by=region", "governor"),
            new Visit("explore growth", "/growth?period=2022-03&by=region&cross=industry", "province2"),
            new Visit("explore growth", "/growth?period=2021-12&by=size", "harbin"),
            new Visit("list of enterprises", "/enterprises", "province"),
            new Visit("list of enterprises", "/enterprises?page=3", "harbin"),
            new Visit("list of returns", "/returns?period=2022-03", "province"),
            new Visit("list of returns", "/returns?period=2022-03", "daxinganling"),
            new Visit("completeness", "/returns/completeness?period=2022-03", "province2"),
            new Visit("closing", "/closing?period=2022-03", "daxinganling"),
            new Visit(EMPTY, "/actuator/health", "governor"));
}
