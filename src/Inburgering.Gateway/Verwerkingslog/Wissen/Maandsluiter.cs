using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>Drops the months of which every term is over: first their afsluiting and its line in one transaction, then the lines. Safe to be killed in between.</summary>
/// <param name="systeemklok">Time of an afsluiting.</param>
internal sealed class Maandsluiter(IMaandStore store, ILogWriter log, IZegelSleutel sleutel, TimeProvider systeemklok)
{
    /// <param name="regel">Of the house and without a person; names the afsluiting.</param>
    /// <returns>How many lines went.</returns>
    public async Task<long> RunAsync(DateOnly maand, Logregel regel, CancellationToken ct)
    {
        if (await store.ReadAsync(maand, ct) is { } inhoud)
        {
            var afsluiting = Seal(maand, inhoud);
            await log.AppendAsync(
                Logregel.Huis,
                async (transactie, stop) =>
                {
                    await store.KeepAsync(transactie, afsluiting, stop);
                    return [regel with { BerichtId = Afsluiting.BerichtId(afsluiting.Hash) }];
                },
                ct);
        }

        return await store.DropAsync(maand, ct);
    }

    private BewaardeAfsluiting Seal(DateOnly maand, Maandinhoud inhoud)
    {
        var text = AfsluitingForm.Write(new Afsluiting
        {
            Maand = maand,
            Tijd = systeemklok.GetUtcNow().ToUnixTimeMilliseconds(),
            Reeksen = inhoud.Reeksen,
            Bewijzen = inhoud.Bewijzen,
        });
        var hash = Wislijn.HashOf(text);
        return new BewaardeAfsluiting(maand, hash, sleutel.Kid, sleutel.Sign(hash), text);
    }
}
