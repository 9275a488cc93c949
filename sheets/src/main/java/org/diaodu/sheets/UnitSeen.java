package org.diaodu.sheets;

import org.jspecify.annotations.Nullable;

/** A unit written in a heading, or above the headings for the whole sheet (column null), as "万元". */
public record UnitSeen(@Nullable String column, String unit, Place place) {}
