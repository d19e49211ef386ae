package vn.minhchung.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.platform.persistence.StoreAway;

/**
 * What no request gets past, before anybody is asked for a password: a body above the limit or other than JSON (a signed note: than text), and a page of
 * another site that uses the browser's remembered password (there is no session, so this is all that cross-site forgery could use).
 */
final class RequestBorder extends OncePerRequestFilter {
    private static final String NOTES = "/log/cosignatures";

    private final long maxBytes;
    private final Set<String> allowedOrigins;

    RequestBorder(long maxBytes, Set<String> allowedOrigins) {
        this.maxBytes = maxBytes;
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (fromAnotherSite(request)) {
            Problems.write(response, HttpStatus.FORBIDDEN, ErrorCode.NOT_ALLOWED, "cross-site request");
        } else if (ofAnotherType(request)) {
            Problems.write(
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    ErrorCode.INVALID_INPUT,
                    "only application/json (/log/cosignatures: text/plain)");
        } else if (request.getContentLengthLong() > maxBytes) {
            tooLarge(response);
        } else {
            try {
                chain.doFilter(new Limited(request, maxBytes), response);
            } catch (BodyTooLarge e) {
                tooLarge(response);
            } catch (ServletException | RuntimeException e) {
                // what is thrown inside the servlet arrives wrapped
                if (response.isCommitted() || !StoreAway.is(e)) throw e;
                Problems.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        ErrorCode.STORE_UNAVAILABLE,
                        "Cơ sở dữ liệu chưa trả lời, hãy thử lại. The database does not answer; try again.");
            }
        }
    }

    /** What fails after the first answer of a slow operation arrives here in a dispatch of its own. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void tooLarge(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        Problems.write(
                response,
                HttpStatus.CONTENT_TOO_LARGE,
                ErrorCode.LIMIT_EXCEEDED,
                "request body above " + maxBytes + " bytes");
    }

    /** The framework would take {@code application/graphql} too; what states no type it refuses itself. */
    private static boolean ofAnotherType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !request.getMethod().equals(HttpMethod.POST.name())) return false;
        try {
            // a signed note is text; whatever a page of another site could send as text there proves itself or is
            // refused
            MediaType wanted =
                    request.getRequestURI().equals(NOTES) ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
            return !wanted.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return true;
        }
    }

    private boolean fromAnotherSite(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || allowedOrigins.contains(origin)) return false;
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null || !authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Thrown while a body without a stated length is read. */
    private static final class BodyTooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long maxBytes;

        Limited(HttpServletRequest request, long maxBytes) {
            super(request);
            this.maxBytes = maxBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), maxBytes);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long maxBytes) {
            this.body = body;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) throw new BodyTooLarge();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
