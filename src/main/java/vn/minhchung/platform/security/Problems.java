package vn.minhchung.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.ErrorCode;

/** Refusals at the door, in the shape of a GraphQL answer, so that clients read one form only. */
final class Problems implements AuthenticationEntryPoint {
    private static final String CHALLENGE = "Basic realm=\"Minh Chung\", charset=\"UTF-8\"";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof TooManyFailures) {
            // said before the password is looked at, so it tells nothing about it
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(FailedLogins.PAUSE.toSeconds()));
            write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    ErrorCode.LIMIT_EXCEEDED,
                    "Đăng nhập sai quá nhiều lần; đề nghị chờ một phút. Too many failed sign-ins; wait a minute.");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                ErrorCode.NOT_SIGNED_IN,
                "Đăng nhập không thành công. Sign-in failed.");
    }

    static void write(HttpServletResponse response, HttpStatus status, ErrorCode code, String message)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"errors\":[{\"message\":%s,\"extensions\":{\"code\":\"%s\"}}]}"
                        .formatted(CanonicalJson.write(message), code.name()));
    }
}
