package org.diaodu.sheets;

import org.jspecify.annotations.Nullable;

/** How a file is read: limits, and the sheet wanted (null: the first visible one that has the heading row). */
public record ReadOptions(ReadLimits limits, @Nullable String sheet) {

    public static final ReadOptions DEFAULT = new ReadOptions(ReadLimits.DEFAULT, null);
}
