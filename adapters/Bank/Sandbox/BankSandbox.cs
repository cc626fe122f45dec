namespace Inburgering.Gateway.Sandbox.Bank;

/// <summary>A bank as a gateway meets it: takes a payment file once, pays it on its day, and puts out what it has to say. Strict where banks are; shares no code with the adapter.</summary>
/// <remarks>That a file goes over HTTP with its MsgId as idempotency key is ours (ASM, payments 6.3); the files themselves are ISO 20022.</remarks>
public sealed class BankSandbox(TimeProvider clock) : ISandboxPartner
{
    private const int MeesteBytes = 16 * 1024 * 1024;
    private const string Xml = "application/xml";
    private readonly Bankboek boek = new(clock);

    /// <inheritdoc />
    public string Key => "bank";

    /// <inheritdoc />
    public void MapApi(RouteGroupBuilder api)
    {
        api.MapPost("/betaalbestanden", NeemAanAsync);
        api.MapGet("/betaalbestanden/{msgId}", (string msgId) => boek.Bestand(msgId) is { } bestand ? Results.Ok(bestand) : Onbekend());
        api.MapGet("/berichten", boek.Uitgegeven);
        api.MapGet("/berichten/{naam}", (string naam) => boek.Bericht(naam) is { } bericht ? Results.Bytes(bericht, Xml) : Onbekend());
    }

    /// <inheritdoc />
    public void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapGet("/boek", boek.Alles);
        bediening.MapPost("/instellingen", (Bankinstellingen instellingen) => Gedaan(() => boek.Stel(instellingen)));
        bediening.MapPost("/weigeringen", (Bankopdracht opdracht) => Gedaan(() => boek.Weiger(opdracht)));
        bediening.MapPost("/retouren", (Bankopdracht opdracht) => boek.Retourneer(opdracht) ? Results.NoContent() : Onbekend());
        bediening.MapPost("/dagen", (Bankdag dag) => Gedaan(() => boek.SluitDag(dag.Dag)));
        bediening.MapPost("/herhalingen", (Bankherhaling herhaling) => boek.Herhaal(herhaling.Naam) ? Results.NoContent() : Onbekend());
    }

    /// <inheritdoc />
    public void Herstel() => boek.Herstel();

    private async Task<IResult> NeemAanAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentType?.Split(';')[0].Trim() != Xml)
        {
            return Results.Problem($"Stuur {Xml}.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        using var inhoud = new MemoryStream();
        await request.Body.CopyToAsync(inhoud, ct);
        if (inhoud.Length > MeesteBytes)
        {
            return Results.Problem("Het bestand is te groot.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var bestand = Ontvangenbestand.Lees(inhoud.ToArray(), out var fout);
        if (bestand is null || bestand.MsgId != request.Headers["Idempotency-Key"])
        {
            return Results.Problem(fout ?? "Idempotency-Key is niet de MsgId van het bestand.", statusCode: StatusCodes.Status400BadRequest);
        }

        var mag = boek.NeemAan(bestand);
        request.HttpContext.Features.Get<Verzoek>()?.Accept(null);
        return mag
            ? Results.Accepted($"/bank/v1/betaalbestanden/{bestand.MsgId}", boek.Bestand(bestand.MsgId))
            : Results.Problem("Deze MsgId is al gebruikt voor een ander bestand.", statusCode: StatusCodes.Status409Conflict);
    }

    private static IResult Gedaan(Action doe)
    {
        doe();
        return Results.NoContent();
    }

    private static IResult Onbekend() => Results.Problem("Dit id is bij de bank niet bekend.", statusCode: StatusCodes.Status404NotFound, title: "onbekend-id");
}

/// <summary>How the bank behaves from now on.</summary>
/// <param name="AlleenWeigeringen">True: it says nothing of what it accepts, as some banks do.</param>
public sealed record Bankinstellingen(bool AlleenWeigeringen);

/// <summary>One order to be refused when it comes in, or sent back after it was paid.</summary>
/// <param name="Reden">ISO code: AC04.</param>
public sealed record Bankopdracht(string EndToEndId, string Reden);

/// <summary>The day that ends: all that was due by then is booked.</summary>
public sealed record Bankdag(DateOnly Dag);

/// <summary>A report that is put out once more under another name.</summary>
public sealed record Bankherhaling(string Naam);
