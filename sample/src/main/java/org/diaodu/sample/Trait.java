package org.diaodu.sample;

/** What a random number is drawn for; each trait has a stream of its own. */
enum Trait {
    DIVISION,
    CITY,
    COUNTY,
    LINE,
    RANK,
    OWNERSHIP,
    PARK,
    NAME,
    STAFF,
    LIFE,
    DRIFT,
    WALK,
    NOISE,
    STOP,
    SEASON,
    PRICE,
    FALLING,
    CURRENT,
    RESTATED,
    REVISED,
    ITEM,
    FAULT
}
