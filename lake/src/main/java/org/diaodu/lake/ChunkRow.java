package org.diaodu.lake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One row of a batch. */
record ChunkRow(ChunkBatch batch, int row) implements Row {

    @Override
    public boolean isNull(int column) {
        return batch.isNull(column, row);
    }

    @Override
    public @Nullable String text(int column) {
        return batch.text(column, row);
    }

    @Override
    public double real(int column) {
        return batch.real(column, row);
    }

    @Override
    public long whole(int column) {
        return batch.whole(column, row);
    }

    @Override
    public boolean flag(int column) {
        return batch.flag(column, row);
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        return batch.decimal(column, row);
    }

    @Override
    public @Nullable LocalDate date(int column) {
        return batch.date(column, row);
    }

    @Override
    public @Nullable LocalDateTime dateTime(int column) {
        return batch.dateTime(column, row);
    }

    @Override
    public int column(String name) {
        int at = batch.columns().indexOf(name);
        if (at < 0) {
            throw new LakeFault(
                    "lake.no-column",
                    "结果中没有列“" + name + "”，现有列：" + batch.columns() + "。",
                    "the result has no column \"" + name + "\"; it has " + batch.columns() + ".");
        }
        return at;
    }
}
