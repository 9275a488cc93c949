package org.diaodu.server.lists;

import java.util.List;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.springframework.ui.Model;

/** A page of a list: its rows, and where they lie among all. */
public record Page<R>(List<R> rows, Pager pager) {

    static final int SIZE = 50;

    /** The page asked for of rows that are all at hand. */
    public static <R> Page<R> of(List<R> all, Address asked) {
        Pager pager = Pager.of(asked, SIZE, all.size());
        int from = (pager.number() - 1) * SIZE;
        return new Page<>(all.subList(from, Math.min(from + SIZE, all.size())), pager);
    }

    /** The address of the list without its page. */
    public Address address() {
        return pager.address();
    }

    /** Hands rows, pager and address to a template. */
    public void on(Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("pager", pager);
        model.addAttribute("address", address());
    }
}
