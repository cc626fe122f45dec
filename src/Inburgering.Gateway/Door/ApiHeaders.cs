using Microsoft.Extensions.Primitives;

namespace Inburgering.Gateway.Door;

/// <summary>The headers of every answer, errors included: standards 1.2 for the API, 8.3 for the portal's pages.</summary>
/// <remarks>Runs first and fills them in when the answer starts, so that nothing after it can leave one out.</remarks>
internal sealed class ApiHeaders(RequestDelegate next)
{
    private const string NoStore = "no-store";
    private const string AWeek = "public, max-age=604800";
    private const string AnHour = "public, max-age=3600";
    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string NoFeatures =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Fill((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Fill(HttpContext context)
    {
        var headers = context.Response.Headers;
        var api = ApiPaths.IsApi(context.Request.Path);
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = NoFeatures;
        headers.ContentSecurityPolicy = api ? ApiPolicy : PagePolicy;
        headers.CacheControl = Cache(context, api);
        if (api)
        {
            headers[ApiVersie.Header] = ApiVersie.Huidig;
        }

        if (context.Request.Path == ApiPaths.OpenApi)
        {
            headers.AccessControlAllowOrigin = "*";
        }

        headers.Remove("Server");
        headers.Remove("X-Powered-By");
    }

    private static StringValues Cache(HttpContext context, bool api)
    {
        if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified))
        {
            return NoStore;
        }

        if (ApiPaths.IsCacheable(context.Request.Path))
        {
            return context.Request.Path == ApiPaths.OpenApi ? AnHour : AWeek;
        }

        return !api && ApiPaths.IsAsset(context.Request.Path) ? AWeek : NoStore;
    }
}
