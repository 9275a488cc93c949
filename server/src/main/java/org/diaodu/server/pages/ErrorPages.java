package org.diaodu.server.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.JacksonJsonView;

/** Tells every failure in plain words with an incident number that the log has too; never a stack trace. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final PageContexts pages;

    ErrorPages(PageContexts pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ModelAndView failed(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) return null;
        return told(status(failure), failure, request, response);
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int code = failure == null ? (status instanceof Integer number ? number : 404) : status(failure);
        return told(code, failure, request, response);
    }

    private ModelAndView told(
            int status, @Nullable Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        PageContext page = pages.of(request);
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        if (status >= 500) log.error("incident {} at {}", incident, request.getRequestURI(), failure);
        else log.debug("incident {} at {}: {}", incident, request.getRequestURI(), status);
        response.setStatus(status);
        String known = page.text("problem." + status + ".title").startsWith("problem.") ? "400" : "" + status;
        String title = page.text("problem." + known + ".title");
        String text = page.text("problem." + known + ".text");
        String code = "" + status;
        if (failure instanceof Explained explained) {
            Explanation said = explained.explanation();
            text = page.isEnglish() ? said.en() : said.zh();
            code = status + " · " + said.code();
        }
        String advice = page.text("problem.incident", incident);
        return wantsJson(request)
                ? new ModelAndView(
                        problemJson(),
                        Map.of(
                                "type", "about:blank",
                                "title", title,
                                "status", status,
                                "detail", text,
                                "instance", request.getRequestURI(),
                                "code", code,
                                "incident", incident))
                : new ModelAndView(
                        "layout/problem",
                        Map.of("page", page, "code", code, "title", title, "text", text, "advice", advice));
    }

    /** RFC 9457, with the code of the explanation and the incident beside what the standard names. */
    private static JacksonJsonView problemJson() {
        var view = new JacksonJsonView();
        view.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return view;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        return accept.startsWith(MediaType.APPLICATION_JSON_VALUE)
                || request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/v3/");
    }

    private static int status(Throwable failure) {
        return switch (failure) {
            case Explained explained -> explained.explanation().status();
            case MaxUploadSizeExceededException _ -> 413;
            case InvalidParameterException form -> form.getErrorCode();
            case ErrorResponse response -> response.getStatusCode().value();
            case AccessDeniedException _ -> 403;
            case ConcurrencyFailureException _, DuplicateKeyException _ -> 409;
            case TypeMismatchException _, HttpMessageNotReadableException _, RequestRejectedException _ -> 400;
            default -> failure.getCause() instanceof MaxUploadSizeExceededException ? 413 : 500;
        };
    }
}
