package org.diaodu.server.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a template knows about its page: texts, numbers, look, who is looking, where. The attribute {@code page} of every
 * model; a template names its page with {@code page.titled(…).at(…)} when it hands it to the layout.
 */
public final class PageContext {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private final PageFrame frame;
    private String title = "";
    private String active = "";
    private boolean charts;
    private String script = "";
    private boolean wall;
    private @Nullable List<NavGroup> navigation;

    PageContext(PageFrame frame) {
        this.frame = frame;
    }

    /** Gives the page its title (already a text, not a key). */
    public PageContext titled(String text) {
        title = text;
        return this;
    }

    /** Marks the navigation entry of this key as the current one. */
    public PageContext at(String navKey) {
        active = navKey;
        return this;
    }

    /** Loads the chart library with this page. */
    public PageContext withCharts() {
        charts = true;
        return this;
    }

    /** Loads this script of the page's own. */
    public PageContext withScript(String name) {
        script = name;
        return this;
    }

    /** Shows the page without navigation, large enough to be read from five metres. */
    public PageContext onTheWall() {
        wall = true;
        return this;
    }

    /** The text of a key in the visitor's language. */
    public String text(String key, @Nullable Object... arguments) {
        return frame.messages().text(locale(), key, arguments);
    }

    public Numbers numbers() {
        return new Numbers(isEnglish());
    }

    public Locale locale() {
        return frame.look().locale();
    }

    public boolean isEnglish() {
        return locale().equals(Locale.ENGLISH);
    }

    public String languageTag() {
        return isEnglish() ? "en" : "zh-CN";
    }

    public Look look() {
        return frame.look();
    }

    public String title() {
        return title;
    }

    public String active() {
        return active;
    }

    public boolean hasCharts() {
        return charts;
    }

    /** The name of the page's own script; empty for none. */
    public String script() {
        return script;
    }

    public boolean isWall() {
        return wall;
    }

    public @Nullable Visitor visitor() {
        return frame.surroundings().visitor();
    }

    public LocalDate businessDate() {
        return frame.surroundings().businessDate();
    }

    public boolean isSample() {
        return frame.surroundings().isSample();
    }

    /** When business data last changed, to the minute in Beijing time; "–" when there is none. */
    public String lastUpdate() {
        return time(frame.surroundings().lastUpdate());
    }

    public String time(@Nullable Instant moment) {
        return moment == null ? Numbers.NONE : MINUTE.format(moment);
    }

    /** A period as people say it: 2022年1—3月, or Jan–Mar 2022. */
    public String period(Period period) {
        if (!isEnglish()) return period.chinese();
        String last = month(period.last());
        String year = Integer.toString(period.year());
        return switch (period.kind()) {
            case MONTH -> last + " " + year;
            case JAN_FEB, YEAR_TO_DATE -> month(period.first()) + "–" + last + " " + year;
            case QUARTER, YEAR -> period.iso();
        };
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** The navigation this visitor may use, grouped in order. */
    public List<NavGroup> navigation() {
        List<NavGroup> known = navigation;
        if (known == null) navigation = known = NavGroup.of(frame.entries(), visitor());
        return known;
    }

    /** The views of a list this visitor has saved. */
    public List<SavedView> savedViews(String list) {
        return frame.views().of(list);
    }

    public String asset(String name) {
        return frame.assets().address(name);
    }

    /** Path and query of this page, to come back to. */
    public String here() {
        return frame.here();
    }

    public String csrfName() {
        return frame.csrf().getParameterName();
    }

    public String csrfHeader() {
        return frame.csrf().getHeaderName();
    }

    public String csrfToken() {
        return frame.csrf().getToken();
    }
}
