package org.diaodu.server.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Renders the view name {@code registry/list} with the template {@code registry/list.jte}, compiled at build time. */
@Component
final class Views extends UrlBasedViewResolver implements ViewResolver {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Views.class.getClassLoader(), "org.diaodu.server.templates");

    Views() {
        setViewClass(JteView.class);
        setSuffix(".jte");
        setContentType("text/html;charset=UTF-8");
    }

    @Override
    protected AbstractUrlBasedView instantiateView() {
        return new JteView(templates);
    }

    private static final class JteView extends AbstractUrlBasedView implements View {

        private final TemplateEngine templates;

        JteView(TemplateEngine templates) {
            this.templates = templates;
        }

        @Override
        public boolean checkResource(Locale locale) {
            return templates.hasTemplate(String.valueOf(getUrl()));
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, @Nullable HttpServletResponse response)
                throws Exception {
            var page = new Utf8ByteOutput();
            templates.render(String.valueOf(getUrl()), model, page);
            if (response == null) return;
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
