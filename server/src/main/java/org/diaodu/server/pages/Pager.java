package org.diaodu.server.pages;

import java.util.List;
import java.util.stream.IntStream;

/** One page of a list, counted from 1; {@code address} is the list's address without its {@code page} parameter. */
public record Pager(int number, int size, long total, Address address) {
    /** The page somebody asked for, or the nearest there is. */
    public static Pager asked(String number, int size, long total, Address address) {
        int wanted = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 1;
        var first = new Pager(1, size, total, address);
        return new Pager(Math.clamp(wanted, 1, first.pages()), size, total, address);
    }

    /** The page the view was asked for with, or the nearest there is. */
    public static Pager of(Address asked, int size, long total) {
        return asked(asked.get("page"), size, total, asked.without("page"));
    }

    public int pages() {
        return (int) Math.max(1, Math.ceilDiv(total, size));
    }

    public long from() {
        return total == 0 ? 0 : (number - 1L) * size + 1;
    }

    public long to() {
        return Math.min(total, (long) number * size);
    }

    public String href(int page) {
        return address.with("page", page == 1 ? "" : Integer.toString(page)).toString();
    }

    /** The page numbers worth offering: up to two on either side. */
    public List<Integer> near() {
        return IntStream.rangeClosed(Math.max(1, number - 2), Math.min(pages(), number + 2))
                .boxed()
                .toList();
    }
}
