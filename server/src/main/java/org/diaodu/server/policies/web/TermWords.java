package org.diaodu.server.policies.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diaodu.policy.book.Named;
import org.diaodu.server.registry.Regional;
import org.jspecify.annotations.Nullable;

/** The words of terms in the reader's language. */
public record TermWords(boolean english) {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** A name of an enum of the terms in words; – where it is none. */
    public <E extends Enum<E> & Named> String word(Class<E> words, String name) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(name)) {
                return of(word);
            }
        }
        return "–";
    }

    public String of(@Nullable Named word) {
        return word == null ? "–" : english ? word.en() : word.zh();
    }

    /** The regions a clause is given in. */
    public String regions(List<String> codes) {
        return codes.isEmpty()
                ? english ? "the nation" : "全国"
                : codes.stream().map(Regional::name).collect(Collectors.joining(english ? ", " : "、"));
    }

    /** 0.6 as 60%. */
    public String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** Yuan as people say it: 12.5 万元. */
    public String money(@Nullable BigDecimal yuan) {
        if (yuan == null) {
            return "–";
        }
        boolean large = yuan.abs().compareTo(TEN_THOUSAND) >= 0;
        BigDecimal shown = large ? yuan.movePointLeft(4) : yuan;
        String text = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(shown)
                .replace('-', '−');
        return english ? text + (large ? " × 10⁴ yuan" : " yuan") : text + (large ? " 万元" : " 元");
    }
}
