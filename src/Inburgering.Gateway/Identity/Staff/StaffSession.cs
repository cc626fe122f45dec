using System.Globalization;
using System.Security.Claims;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>An employee's session: a cookie that ends after half an hour of rest and after eight hours of work.</summary>
internal static class StaffSession
{
    public const string Scheme = "Portaal";

    /// <summary>Where the portal's login page lives.</summary>
    public const string LoginPath = "/inloggen";

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    private const string StampClaim = "stempel";
    private const string SinceClaim = "aangemeld_op";

    public static void Configure(CookieAuthenticationOptions cookie, IdentityOptions options)
    {
        // plain http only on loopback, which IdentityOptions has checked (interface 5)
        cookie.Cookie.Name = options.Https ? "__Host-inburgering" : "inburgering";
        cookie.Cookie.SecurePolicy = options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.Path = "/";
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = LoginPath;
        cookie.ReturnUrlParameter = "terug";
        cookie.Events.OnValidatePrincipal = RefreshAsync;
        cookie.Events.OnCheckSlidingExpiration = RenewEachMinuteAsync;
        cookie.Events.OnRedirectToAccessDenied = ForbiddenAsync;
        cookie.Events.OnRedirectToLogin = ToLoginAsync;
    }

    /// <summary>The claims of a session that began at this moment.</summary>
    public static ClaimsPrincipal Principal(AccountRow account, DateTimeOffset since)
    {
        Claim[] claims =
        [
            new(StaffClaims.Account, account.AccountId.ToString()),
            new(StaffClaims.Naam, account.Naam),
            new(StaffClaims.Rol, account.Rol),
            new(StaffClaims.Gemeente, account.Gemeentecode),
            new(StampClaim, account.Beveiligingsstempel),
            new(SinceClaim, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme, StaffClaims.Naam, StaffClaims.Rol));
    }

    /// <summary>Role, name and status come from the database at every request (security 7); the cookie only says which account.</summary>
    private static async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        var since = Since(context.Principal!);
        var account = since + Absolute > context.Options.TimeProvider!.GetUtcNow() ? await AccountAsync(context) : null;
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.ReplacePrincipal(Principal(account, since));
    }

    private static async Task<AccountRow?> AccountAsync(CookieValidatePrincipalContext context)
    {
        var stamp = context.Principal!.FindFirstValue(StampClaim);
        if (!Guid.TryParse(context.Principal!.FindFirstValue(StaffClaims.Account), out var id))
        {
            return null;
        }

        var database = context.HttpContext.RequestServices.GetRequiredService<IDbContextFactory<GatewayModel>>();
        await using var model = await database.CreateDbContextAsync(context.HttpContext.RequestAborted);
        return await model.Set<AccountRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == id && row.Actief && row.Beveiligingsstempel == stamp, context.HttpContext.RequestAborted);
    }

    private static DateTimeOffset Since(ClaimsPrincipal session) =>
        long.TryParse(session.FindFirstValue(SinceClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;

    // the default renews only past half of the time, which would end a session after fifteen minutes of rest
    private static Task RenewEachMinuteAsync(CookieSlidingExpirationContext context)
    {
        // a page that refreshes a part of itself is no sign of life: Sec-Fetch-Dest is set by the browser, and a person asks for a document
        context.ShouldRenew = context.ElapsedTime >= TimeSpan.FromMinutes(1) && context.Request.Headers["Sec-Fetch-Dest"] != "empty";
        return Task.CompletedTask;
    }

    // a path of our own: the address of the page never comes from the Host header
    private static Task ToLoginAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var verwerking = context.HttpContext.RequestServices.GetRequiredService<Verwerking>();
        verwerking.Besluit = Resultaat.Geweigerd;
        verwerking.Reden = "niet-aangemeld";
        var back = Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.ToString());
        context.Response.Redirect($"{LoginPath}?{context.Options.ReturnUrlParameter}={back}");
        return Task.CompletedTask;
    }

    private static Task ForbiddenAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
