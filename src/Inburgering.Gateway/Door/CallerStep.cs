using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Door;

/// <summary>After authentication: who is this, by our own config; written into the request's line also when it is refused next.</summary>
internal sealed class CallerStep(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Verwerking verwerking, CallerRegister register, CallerHolder holder)
    {
        if (context.User.FindFirst("client_id")?.Value is { } clientId)
        {
            Client(context, clientId, verwerking, register, holder);
        }
        else if (context.User.FindFirst(StaffClaims.Account)?.Value is { } account)
        {
            holder.Caller = register.Medewerker(account, context.User.FindFirst(StaffClaims.Rol)!.Value, context.User.FindFirst(StaffClaims.Gemeente)!.Value);
            verwerking.Door(holder.Caller);
        }

        return next(context);
    }

    private static void Client(HttpContext context, string clientId, Verwerking verwerking, CallerRegister register, CallerHolder holder)
    {
        if (register.Zoek(clientId) is not { } registratie)
        {
            return;
        }

        holder.Registratie = registratie;
        holder.Scopes = (context.User.FindFirst("scope")?.Value ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        holder.Uitgegeven = DateTimeOffset.FromUnixTimeSeconds(long.Parse(context.User.FindFirst("iat")?.Value ?? "0", CultureInfo.InvariantCulture));
        holder.Caller = register.Caller(clientId, holder.Scopes, holder.Uitgegeven, gebruiker: context.User.FindFirst("gebruiker")?.Value);
        verwerking.Door(holder.Caller ?? registratie.Sjabloon with { Gemeentecode = Logregel.Huis });
        if (ActivityContext.TryParse(context.Request.Headers.TraceParent, null, isRemote: true, out var ouder))
        {
            verwerking.Volgt(ouder);
        }
    }
}

/// <summary>The caller of this request; null for a client of all gemeenten until its message names one.</summary>
public sealed class CallerHolder
{
    public Caller? Caller { get; set; }

    /// <summary>The client as config knows it; null for an employee or an unknown client.</summary>
    public Registratie? Registratie { get; set; }

    public IReadOnlySet<string> Scopes { get; set; } = new HashSet<string>();

    public DateTimeOffset Uitgegeven { get; set; }
}

/// <summary>Claims of the portal's cookie.</summary>
public static class StaffClaims
{
    public const string Account = "account_id";
    public const string Rol = "rol";
    public const string Gemeente = "gemeente";
    public const string Naam = ClaimTypes.Name;
}

internal static class VerwerkingExtensions
{
    /// <summary>Writes the caller into the line.</summary>
    public static void Door(this Verwerking verwerking, Caller caller)
    {
        verwerking.Actor = caller.Actor;
        verwerking.ClientId = caller.ClientId;
        verwerking.Rol = caller.Rol;
        verwerking.Organisatie = caller.Organisatie;
        verwerking.Gemeentecode = caller.Gemeentecode;
    }
}
