using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>What DUO answers to a melding.</summary>
internal sealed record DuoAntwoord(int Status, JsonNode? Body = null)
{
    public static readonly DuoAntwoord Onjuist = new(StatusCodes.Status400BadRequest);

    /// <summary>A 403 without a body: not about this person, or not from this sender.</summary>
    public static readonly DuoAntwoord NietGeautoriseerd = new(StatusCodes.Status403Forbidden);

    public static readonly DuoAntwoord NietGevonden = new(StatusCodes.Status404NotFound);

    public static readonly DuoAntwoord Verwerkt = new(StatusCodes.Status200OK);

    public static readonly DuoAntwoord Geregistreerd = new(StatusCodes.Status201Created);

    public static readonly DuoAntwoord Verwijderd = new(StatusCodes.Status204NoContent);

    /// <summary>A functional refusal with every reason, in the order of DUO's conditions; null when there is none.</summary>
    public static DuoAntwoord? Geweigerd(params ReadOnlySpan<(bool Geschonden, string Fouttekst)> voorwaarden)
    {
        var teksten = new JsonArray();
        foreach (var (geschonden, fouttekst) in voorwaarden)
        {
            if (geschonden)
            {
                teksten.Add(new JsonObject { ["fouttekst"] = fouttekst });
            }
        }

        return teksten.Count > 0 ? new DuoAntwoord(StatusCodes.Status403Forbidden, teksten) : null;
    }

    public bool IsGelukt => Status < StatusCodes.Status300MultipleChoices;

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        return Body is null ? Task.CompletedTask : context.Response.WriteAsJsonAsync(Body, context.RequestAborted);
    }
}
