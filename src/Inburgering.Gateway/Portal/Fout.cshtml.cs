using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>Every page that could not be shown: what, since when, a number for the helpdesk, and what was not saved (ux 1.9).</summary>
[AllowAnonymous]
[InHerstelmodus]
#pragma warning disable S4502 // also shown after a form without its token; it changes nothing
[IgnoreAntiforgeryToken]
#pragma warning restore S4502
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ZonderLogregel("een foutmelding zonder persoonsgegevens; de fout zelf staat bij de pagina waar hij optrad")]
internal sealed class FoutModel(Verwerking verwerking) : PageModel
{
    /// <summary>A page may say more precisely what is not there.</summary>
    public const string Sleutel = "fouttekst";

    public Fouttekst Tekst { get; private set; } = Teksten.Fout(500);

    public string Wat => HttpContext.Items[Sleutel] as string ?? Tekst.Wat;

    public bool Verstuurd => HttpMethods.IsPost(Request.Method);

    public string TraceId => verwerking.TraceId;

    public DateTimeOffset Moment => verwerking.Tijdstip;

    public void OnGet(int? status) => Toon(status);

    public void OnPost(int? status) => Toon(status);

    /// <summary>The answer's own status goes first; the address is what is left for who types it.</summary>
    private void Toon(int? status)
    {
        var gekozen = Response.StatusCode >= StatusCodes.Status400BadRequest ? Response.StatusCode : status;
        Response.StatusCode = gekozen is >= 400 and <= 599 ? gekozen.Value : StatusCodes.Status500InternalServerError;
        Tekst = Teksten.Fout(Response.StatusCode);
    }
}
