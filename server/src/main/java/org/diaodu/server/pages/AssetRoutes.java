package org.diaodu.server.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Serves {@code /static/<digest>/<name>} from the class path with a year of caching. */
@Configuration
class AssetRoutes implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new ByDigest());
    }

    /** Looks only at the name behind the digest; anything that climbs out of the folder is not found. */
    private static final class ByDigest extends PathResourceResolver {
        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                java.util.List<? extends Resource> locations,
                ResourceResolverChain chain) {
            String name = path.replaceFirst("^[0-9a-f]{12}/", "");
            if (name.contains("..") || name.contains("/")) {
                return null;
            }
            Resource file = Assets.file(name);
            return file.isReadable() ? file : null;
        }
    }
}
