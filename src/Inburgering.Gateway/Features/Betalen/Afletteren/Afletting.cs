using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>What one report of the bank does to the orders and batches that we know. Pure: whoever calls it keeps the report, applies what comes out, and asks again when what is known has changed.</summary>
/// <remarks>
/// Source: payments 5 and 7. Reports in another order or once more end the same: an order goes by what the bank ever said of it and how often it was booked, never by what came last.
/// One exception is left to a person: a bank that refuses an order after it booked it within a collective entry without details.
/// </remarks>
internal static class Afletting
{
    /// <param name="bericht">Of statements only those that <see cref="Afschriftvolgorde"/> lets through.</param>
    /// <returns>In the order in which they are to be applied.</returns>
    public static IReadOnlyList<Bankgevolg> Van(Boekhouding boek, Bankbericht bericht)
    {
        var werk = new Werkboek(boek);
        switch (bericht)
        {
            case Bankbericht.Status status:
                Statusafletting.Verwerk(werk, status);
                break;
            case Bankbericht.Afschriften afschriften:
                Afschriftafletting.Verwerk(werk, afschriften.Lijst);
                break;
            case Bankbericht.Adviezen adviezen:
                Adviesafletting.Verwerk(werk, adviezen.Lijst);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        RondAf(werk);
        return werk.Gevolgen;
    }

    private static void RondAf(Werkboek werk)
    {
        foreach (var batch in werk.Geraakt.Select(werk.Batch).ToArray())
        {
            Verzamelpost.Herkans(werk, batch);
            if (batch.Opdrachten.All(kenmerk => IsKlaar(werk.Opdracht(kenmerk).Stand)))
            {
                werk.Beweeg(batch, Batchgebeurtenis.Afgerond);
            }
        }
    }

    private static bool IsKlaar(Opdrachtstand stand) => stand == Opdrachtstand.Uitgevoerd || Opdrachtverloop.IsMislukt(stand);
}
