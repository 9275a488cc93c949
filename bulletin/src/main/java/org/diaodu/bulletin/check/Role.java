package org.diaodu.bulletin.check;

/** What a figure is for the arithmetic of its passage. */
enum Role {
    /** An amount: 2000.86亿元. */
    LEVEL,
    /** A number of things: 38个行业. */
    COUNT,
    /** Some of the things counted just before: 22个增长. */
    COUNT_PART,
    /** Growth in %. */
    GROWTH,
    /** Growth in % against the same period of an earlier year than the last. */
    GROWTH_SINCE,
    /** Average growth of two years in %. */
    TWO_YEARS,
    /** How many points of the total's growth a part made. */
    CONTRIBUTION,
    /** Contribution over growth, in %. */
    SHARE_OF_GROWTH,
    /** Part of a total, in %. */
    SHARE,
    /** Any other ratio in %, named by its label. */
    RATIO,
    /** By how many points a figure is above or below another's. */
    DIFFERENCE,
    /** By how many points a figure is above or below its own of another period. */
    CHANGE,
    /** By how much an amount is above or below that of the last year. */
    DELTA,
    /** A place in an order. */
    RANK,
    /** Places won or lost. */
    RANK_CHANGE,
    /** What a ratio was before it changed: 由13.7%. */
    FROM,
    /** What it is since: 提高到17.8%. */
    TO,
    /** One of the numbers of 23.5:26.9:49.6. */
    STRUCTURE
}
