namespace Inburgering.Gateway.Partners;

/// <summary>The hub did not make a call: nothing has left, and making it later does no harm.</summary>
public sealed class NietGevraagdException(string message, Onbereikt waarom, Exception? inner = null) : HttpRequestException(HttpRequestError.ConnectionError, message, inner)
{
    /// <summary>What kept it.</summary>
    public Onbereikt Waarom => waarom;

    /// <summary>What a fault on the way says about a call.</summary>
    public static Onbereikt Van(Exception fault) => fault is NietGevraagdException { Waarom: var waarom } ? waarom : Onbereikt.GeenAntwoord;
}
