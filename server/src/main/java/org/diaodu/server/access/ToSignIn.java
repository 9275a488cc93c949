package org.diaodu.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people to the sign-in page; tells htmx to go there as a whole, and programs that they are not signed in. */
final class ToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getRequestURI().startsWith("/api/")) {
            refuse(response);
        } else {
            response.sendRedirect("/sign-in");
        }
    }

    /** Tells a program that it is not signed in, and how it could be. */
    static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer realm=\"diaodu\"");
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().write("""
                {"type":"about:blank","title":"Unauthorized","status":401,"code":"AC41",\
                "detail":"没有登录，或访问令牌无效、已过期。请在“我的账号”里新建令牌，用 Authorization: Bearer 发送。\
                 Not signed in, or the token does not serve. Maybe make one on the page of your account."}""");
    }
}
