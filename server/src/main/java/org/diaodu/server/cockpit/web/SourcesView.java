package org.diaodu.server.cockpit.web;

import java.util.List;
import org.diaodu.server.cockpit.GrowthParameter;
import org.diaodu.server.cockpit.GrowthTarget;
import org.diaodu.server.cockpit.PublishedFigure;
import org.diaodu.server.pages.PageContext;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;

/** What growth is compared to and computed with. */
public record SourcesView(
        List<PublishedFigure> figures,
        List<GrowthTarget> targets,
        Period period,
        List<Period> periods,
        List<GrowthParameter> parameters,
        boolean mayEdit) {

    public String indicator(PageContext page, PublishedFigure figure) {
        String key = "sources.indicator." + figure.indicator();
        String text = page.text(key);
        return text.equals(key) ? figure.indicator() : text;
    }

    public String scope(PageContext page, PublishedFigure figure) {
        return figure.scope().equals(PublishedFigure.NATION) ? page.text("sources.nation") : region(figure.scope());
    }

    public String region(String code) {
        Region region = Regions.bundled().find(code);
        return region == null ? code : region.name();
    }

    public String industry(PageContext page, GrowthParameter parameter) {
        if (parameter.industry().isEmpty()) return page.text("sources.all");
        Industry industry = Industries.bundled().find(parameter.industry());
        return industry == null ? parameter.industry() : parameter.industry() + " " + industry.name();
    }
}
